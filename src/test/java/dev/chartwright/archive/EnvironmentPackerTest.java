package dev.chartwright.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.TestPlatforms;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentPackerTest {
    private final Platform platform = TestPlatforms.shop();
    private final Chart chart = new ChartAssembler(Path.of("schema")).assemble(platform, TestPlatforms.files(platform));
    private final EnvironmentPacker packer = new EnvironmentPacker(new ChartArchiver(Instant.EPOCH));
    private final PackedEnvironment packed =
            packer.gather(platform, packer.pack(chart), List.of(OutputFile.of("route53.tf", "resource\n")));

    @TempDir
    private Path folder;

    @Test
    void packsTheUmbrellaAndEachSubchart() {
        assertThat(files().keySet())
                .containsExactlyInAnyOrder(
                        "shop-stage-1.2.3.tgz",
                        "subcharts/api-1.2.3.tgz",
                        "subcharts/worker-1.2.3.tgz",
                        "subcharts/traefik-1.2.3.tgz",
                        "route53.tf",
                        "images.txt",
                        "TAR-SHA256SUMS",
                        "SHA256SUMS");
        assertThat(packed.subcharts()).hasSize(3);
    }

    @Test
    void listsEveryImageOnceSorted() {
        assertThat(new String(files().get("images.txt"), UTF_8))
                .isEqualTo("registry.example.com/busybox:1.10\n"
                        + "registry.example.com/kubectl:1.10\n"
                        + "registry.example.com/shop/api:1.10\n"
                        + "registry.example.com/shop/worker:1.10\n");
    }

    @Test
    void sumsEveryOtherFileSortedByPath() {
        String expected = files().entrySet().stream()
                .filter(file -> !file.getKey().equals("SHA256SUMS"))
                .sorted(Map.Entry.comparingByKey())
                .map(file -> Digest.of(file.getValue()).hex() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        assertThat(new String(files().get("SHA256SUMS"), UTF_8)).isEqualTo(expected);
    }

    @Test
    void sumsTheTarsByTheNamesGunzipGives() {
        assertThat(new String(files().get("TAR-SHA256SUMS"), UTF_8))
                .contains(packed.umbrella().tarDigest().hex() + "  shop-stage-1.2.3.tar\n")
                .contains("  subcharts/api-1.2.3.tar\n");
    }

    @Test
    void writesSumsThatSha256sumAccepts() throws Exception {
        new OutputFolder(folder).write("stage", packed.files());
        String script = "sha256sum --check --strict --quiet SHA256SUMS && gunzip -k *.tgz subcharts/*.tgz"
                + " && sha256sum --check --strict --quiet TAR-SHA256SUMS";
        Process check = new ProcessBuilder("sh", "-c", script)
                .directory(folder.resolve("stage").toFile())
                .inheritIO()
                .start();
        assertThat(check.waitFor()).isZero();
    }

    private Map<String, byte[]> files() {
        return packed.files().stream().collect(Collectors.toMap(OutputFile::path, OutputFile::content));
    }
}
