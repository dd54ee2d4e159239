package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.distribution.DockerRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command `push`, from a build to a registry. */
class PushCommandIT {
    private static final Path BOOKSHOP = Path.of("src/test/fixtures/bookshop/values");
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    @TempDir
    private static Path folder;

    private static DockerRegistry registry;

    @BeforeAll
    static void startAndBuild() throws IOException {
        registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder.resolve("registry"));
        assertThat(build(BOOKSHOP, "out").code()).isZero();
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static CommandRun build(Path values, String out) {
        return CommandRun.of(
                "build",
                "-q",
                "--values",
                values.toString(),
                "--out",
                folder.resolve(out).toString());
    }

    private static CommandRun push(String path, String... more) {
        return pushFrom("out", path, more);
    }

    private static CommandRun pushFrom(String out, String path, String... more) {
        Stream<String> words =
                Stream.of("push", path(path), "--out", folder.resolve(out).toString());
        return CommandRun.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private static String path(String name) {
        return "oci://" + registry.host() + "/" + name;
    }

    @Test
    void saysWhatIsThereAndWhatToTypeNext() {
        CommandRun run = push("charts", "trial");
        String chart = path("charts/bookshop-trial");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).matches("trial: \\Q" + chart + ":2.4.0-rc.1\\E pushed, " + DIGEST);
        String digest = lines.get(0).substring(lines.get(0).indexOf("sha256:"));
        assertThat(lines.subList(1, 6))
                .containsExactly(
                        "",
                        "install trial:",
                        "  helm upgrade --install bookshop " + chart
                                + " --version 2.4.0-rc.1 --namespace bookshop --create-namespace"
                                + " --values .secrets/trial.yaml",
                        "the same for ever, whatever becomes of the tag:",
                        "  helm upgrade --install bookshop " + chart + "@" + digest
                                + " --namespace bookshop --create-namespace --values .secrets/trial.yaml");
    }

    @Test
    void pushesEveryEnvironmentAndEachSubchartBelowItsUmbrella() throws IOException {
        CommandRun run = push("all", "--subcharts");
        CommandRun again = push("all", "--subcharts");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("live: " + path("all/bookshop-live:"), "trial: " + path("all/bookshop-trial:"))
                .contains("live: " + path("all/bookshop-live/catalogue:"));
        long packages;
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            packages = files.filter(file -> file.toString().endsWith(".tgz")).count();
        }
        assertThat(run.out().lines().filter(line -> line.matches(".* pushed, " + DIGEST)))
                .hasSize((int) packages);
        assertThat(again.out().lines().sorted())
                .containsExactlyElementsOf(run.out()
                        .replace(" pushed, ", " unchanged, ")
                        .lines()
                        .sorted()
                        .toList());
    }

    @Test
    void refusesAnotherContentUnderTheVersion() throws IOException {
        assertThat(build(changedValues(), "changed").code()).isZero();
        push("taken", "live");
        CommandRun refused = pushFrom("changed", "taken", "live");
        CommandRun forced = pushFrom("changed", "taken", "live", "--force", "-q");

        assertThat(refused.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(refused.err())
                .contains("error: the version is there already, with another package: there is sha256:")
                .contains(" [version-taken]\n    why: ")
                .endsWith("1 problem\nnothing was pushed\n");
        assertThat(forced).isEqualTo(new CommandRun(ExitCode.DONE, "", ""));
    }

    @Test
    void isProvedByTheSameCommitAndByNoOther() throws IOException {
        push("proved", "live", "--subcharts");
        String umbrella = path("proved/bookshop-live:2.4.0-rc.1");
        String subchart = path("proved/bookshop-live/bus:2.4.0-rc.1");

        for (String chart : List.of(umbrella, subchart)) {
            CommandRun same = CommandRun.of("verify", chart, "--values", BOOKSHOP.toString());
            CommandRun other =
                    CommandRun.of("verify", chart, "--values", changedValues().toString());

            assertThat(same.code()).as(same.err()).isEqualTo(ExitCode.DONE);
            assertThat(other.code()).isEqualTo(ExitCode.PROBLEMS);
            assertThat(other.err()).contains(chart, "it differs in `");
        }
    }

    private static Path changedValues() throws IOException {
        Path values = Files.createDirectories(folder.resolve("values"));
        for (String name : List.of("base.yaml", "live.yaml", "trial.yaml")) {
            String text = Files.readString(BOOKSHOP.resolve(name));
            Files.writeString(values.resolve(name), text.replaceAll("(?m)^(\\s+)replicas: [0-9]+", "$1replicas: 4"));
        }
        return values;
    }

    @Test
    void saysWhereToSayWhereTo() {
        CommandRun run = CommandRun.of("push");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("say where to: `push oci://<registry>/<path>`, or"
                        + " `mvn deploy -Dpush.to=oci://<registry>/<path>`\n");
    }

    @Test
    void takesNoTagAndNoNonsense() {
        assertThat(push("charts:1.0.0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(push("charts:1.0.0").err()).startsWith("name a path without tag or digest");
        assertThat(push("Charts").code()).isEqualTo(ExitCode.USAGE);
        assertThat(push("Charts").err()).contains("lower case");
    }

    @Test
    void asksForABuild() {
        CommandRun nothing = pushFrom("nowhere", "charts");
        CommandRun other = push("charts", "other");

        assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nothing.err()).startsWith("there is nothing to push in ");
        assertThat(other.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(other.err()).contains("[not-built]").endsWith("nothing was pushed\n");
    }
}
