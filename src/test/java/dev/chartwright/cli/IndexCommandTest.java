package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.archive.OutputFolder;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class IndexCommandTest {
    @TempDir
    private Path out;

    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com/stage/",
        "https://example.com/, https://example.com/stage/",
        "HTTP://127.0.0.1:8080/a/b//, HTTP://127.0.0.1:8080/a/b/stage/",
        "https://[::1]/charts, https://[::1]/charts/stage/",
        "https://example.com/\u00e4, https://example.com/%C3%A4/stage/",
        "'', stage/"
    })
    void putsTheUrlBeforeThePackages(String url, String start) throws IOException {
        build("stage");
        CommandRun run = index("--url", url);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(out + "/index.yaml written\n");
        assertThat(Files.readString(out.resolve("index.yaml"))).contains("    - " + start + "shop-stage-1.0.0.tgz\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "oci://example.com/charts",
                "file:///charts",
                "https://",
                "https:///charts",
                "https://a b",
                "https://example.com/?a=b",
                "https://example.com/#a"
            })
    void refusesUrlsThatNoPackageCanHave(String url) {
        CommandRun run = index("--url", url);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'" + url + "'").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ada:s3cr3t@example.com/charts", "https://ada:s3cr3t@exa mple", "ada:s3cr3t@example.com"
            })
    void keepsLoginsOutOfTheIndexAndOfItsWords(String url) {
        CommandRun run = index("--url", url);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("no login may stand in it").doesNotContain("s3cr3t");
    }

    @Test
    void saysThatThereIsNothingToList() {
        CommandRun run = index();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err())
                .isEqualTo(out + ": error: the folder holds no built environment [not-built]\n"
                        + "    why: the index lists packages that a build wrote\n"
                        + "    fix: run `mvn package`, or `java -jar target/chartwright.jar build`\n\n"
                        + "1 problem\nnothing was written\n");
    }

    @Test
    void tellsOfEveryFolderThatHasChanged() throws IOException {
        build("stage");
        build("live");
        Files.writeString(out.resolve("stage/shop-stage-1.0.0.tgz"), "other");
        Files.delete(out.resolve("live/shop-live-1.0.0.tgz"));
        CommandRun run = index();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err())
                .contains("/shop-stage-1.0.0.tgz: error: the file is not what was built [changed-output]")
                .contains("/shop-live-1.0.0.tgz: error: the file is missing [changed-output]")
                .endsWith("2 problems\nnothing was written\n");
        assertThat(out.resolve("index.yaml")).doesNotExist();
    }

    private void build(String environment) {
        String name = "shop-" + environment;
        String text = "apiVersion: v2\nname: " + name + "\nversion: 1.0.0\n";
        Chart chart = new Chart(name, "1.0.0", List.of(new ChartFile("Chart.yaml", text)), List.of());
        ChartArchive archive = new ChartArchiver(Instant.EPOCH).archive(chart);
        String sums = archive.digest().hex() + "  " + archive.fileName() + "\n";
        new OutputFolder(out)
                .write(
                        environment,
                        List.of(
                                new OutputFile(archive.fileName(), archive.content()),
                                new OutputFile("SHA256SUMS", sums.getBytes(UTF_8))));
    }

    private CommandRun index(String... more) {
        return more.length == 0
                ? CommandRun.of("index", "--out", out.toString())
                : CommandRun.of("index", "--out", out.toString(), more[0], more[1]);
    }
}
