package dev.chartwright.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.distribution.DockerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The step of {@code mvn deploy} that pushes, run alone: the whole of it would run these tests again. */
class MavenPushIT {
    private static final Pattern STEP =
            Pattern.compile("<id>push</id>\\s*<phase>deploy</phase>\\s*<goals>\\s*<goal>exec</goal>");
    private static final Pattern MAVENS_OWN =
            Pattern.compile("<artifactId>maven-deploy-plugin</artifactId>.*?<skip>true</skip>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsMaven() {
        boolean onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "mvn")));
        assumeTrue(onPath, "there is no mvn");
    }

    @Test
    void isAStepOfDeployInPlaceOfMavensOwn() throws IOException {
        String project = Files.readString(Path.of("pom.xml"));
        Matcher mavensOwn = MAVENS_OWN.matcher(project);

        assertThat(STEP.matcher(project).find()).isTrue();
        assertThat(mavensOwn.find()).isTrue();
        assertThat(mavensOwn.group().split("<plugin>")).hasSize(1);
    }

    @Test
    void saysWhichPropertyIsMissing() throws IOException, InterruptedException {
        CommandRun run = push();

        assertThat(run.code()).isNotZero();
        assertThat(run.out())
                .contains("say where to: `push oci://<registry>/<path>`, or"
                        + " `mvn deploy -Dpush.to=oci://<registry>/<path>`");
    }

    @Test
    void pushesWithFurtherOptions() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        CommandRun built =
                CommandRun.of("build", "-q", "--values", "src/test/fixtures/bookshop/values", "--out", out.toString());
        assertThat(built.code()).as(built.err()).isZero();
        try (DockerRegistry registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder.resolve("registry"))) {
            String path = "oci://" + registry.host() + "/charts";
            CommandRun run = push("-Dpush.to=" + path, "-Dpush.options=trial --subcharts --out " + out);

            assertThat(run.code()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("trial: " + path + "/bookshop-trial:2.4.0-rc.1 pushed, sha256:")
                    .contains("trial: " + path + "/bookshop-trial/catalogue:2.4.0-rc.1 pushed, sha256:")
                    .doesNotContain("live: ");
        }
    }

    private CommandRun push(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-q", "-B", "exec:exec@push"));
        command.addAll(List.of(properties));
        Path out = folder.resolve("said");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        return new CommandRun(code, new String(Files.readAllBytes(out), StandardCharsets.UTF_8), "");
    }
}
