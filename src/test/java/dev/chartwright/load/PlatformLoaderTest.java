package dev.chartwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.chartwright.model.Application;
import dev.chartwright.model.Entry;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PlatformLoaderTest {
    private static final PlatformLoader REPOSITORY =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"));

    @TempDir
    private Path folder;

    static List<String> environments() {
        return REPOSITORY.environments();
    }

    @BeforeEach
    void copyBase() throws IOException {
        Files.copy(Path.of("src/test/golden/problems/base.yaml"), folder.resolve("base.yaml"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void loadsEachEnvironmentOfTheRepository(String environment) {
        LoadedPlatform loaded = REPOSITORY.load(environment);

        assertThat(loaded.platform().environment().name()).isEqualTo(environment);
        assertThat(loaded.platform().applications()).isNotEmpty();
    }

    @Test
    void takesEachYamlFileButTheBaseForAnEnvironment() throws IOException {
        write("stage.yaml", "");
        write("local.yaml", "");
        write("README.md", "");
        write(".hidden.yaml", "");

        assertThat(loader().environments()).containsExactly("local", "stage");
    }

    @Test
    void fillsDefaultsOfTheSchema() throws IOException {
        write("stage.yaml", "");

        Application web = loader().load("stage").platform().applications().get(0);

        assertThat(web.workload().replicas()).isEqualTo(1);
        assertThat(web.image().pullPolicy()).isEqualTo("IfNotPresent");
        assertThat(web.security().dropCapabilities()).containsExactly("ALL");
        assertThat(web.network().service().orElseThrow().type()).isEqualTo("ClusterIP");
    }

    @Test
    void resolvesReferencesToDefaults() throws IOException {
        write("stage.yaml", "");

        assertThat(loader().load("stage")
                        .platform()
                        .applications()
                        .get(0)
                        .data()
                        .env())
                .singleElement()
                .satisfies(variable -> assertThat(variable.value()).contains("rabbitmq.broker.svc.cluster.local"));
    }

    @Test
    void mergesMapsReplacesListsAndRemovesWithNull() throws IOException {
        base("pods: { labels: { a: \"1\", b: \"2\" } }", "args: [x, y]");
        write("stage.yaml", web("pods: { labels: { a: null, c: \"3\" } }", "args: [z]"));

        LoadedPlatform loaded = loader().load("stage");

        Application web = loaded.platform().applications().get(0);
        assertThat(web.workload().pods().labels()).containsExactly(new Entry("b", "2"), new Entry("c", "3"));
        assertThat(web.workload().args()).containsExactly("z");
        assertThat(loaded.origins().value("/applications/web/workload/args/0").file())
                .endsWith("stage.yaml");
        assertThat(loaded.origins().values()).doesNotContainKey("/applications/web/workload/args/1");
        assertThat(loaded.origins()
                        .value("/applications/web/workload/pods/labels/b")
                        .file())
                .endsWith("base.yaml");
    }

    @Test
    void namesTheBaseForAMistakeInTheBase() throws IOException {
        base("replicas: many", "args: []");
        write("local.yaml", "");
        write("stage.yaml", web("pods: {}", "args: [z]"));

        PlatformLoader loader = loader();

        Problem local = problems(loader, "local").get(0);
        assertThat(local.location().file()).endsWith("base.yaml");
        assertThat(problems(loader, "stage")).containsExactly(local);
    }

    @Test
    void tellsReferenceSchemaAndRecordProblemsTogether() throws IOException {
        write("stage.yaml", """
                environment: { tier: stag }
                applications:
                  web:
                    image: { tag: latest }
                    data: { env: { BROKER: { value: "<% rabitmq.host %>" } } }
                """);

        assertThat(problems(loader(), "stage"))
                .extracting(Problem::code)
                .containsExactly("not-allowed-value", "latest-tag", "unknown-reference");
    }

    @Test
    void doesNotJudgeTextWhoseReferenceIsWrong() throws IOException {
        write("stage.yaml", "environment: { host: \"<% nothing %>\" }\n");

        assertThat(problems(loader(), "stage")).extracting(Problem::code).containsExactly("unknown-reference");
    }

    @Test
    void tellsTheProblemsOfBothLayersWhenNeitherCanBeRead() throws IOException {
        write("base.yaml", "a: no\n");
        write("stage.yaml", "b: no\n");

        assertThat(problems(loader(), "stage"))
                .extracting(problem ->
                        Path.of(problem.location().file()).getFileName().toString())
                .containsExactly("base.yaml", "stage.yaml");
    }

    @Test
    void refusesALayerThatIsNoMap() throws IOException {
        write("stage.yaml", "- a\n");

        assertThat(problems(loader(), "stage")).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("wrong-type");
            assertThat(problem.location().line()).isEqualTo(1);
        });
    }

    @Test
    void pointsAtTheRemovalOfWhatIsRequired() throws IOException {
        write("stage.yaml", "environment:\n  host: null\n");

        Location place = problems(loader(), "stage").get(0).location();

        assertThat(place.toString()).endsWith("stage.yaml:2:3");
    }

    @Test
    void saysThatAFolderWithoutEnvironmentsHoldsNone() {
        assertThat(catchThrowableOfType(
                                ProblemsException.class,
                                () -> new PlatformLoader(
                                                folder.resolve("none"), Path.of("schema"), Path.of("templates"))
                                        .environments())
                        .problems())
                .extracting(Problem::code)
                .containsExactly("no-environment");
    }

    private void base(String workloadLine, String otherLine) throws IOException {
        String base = Files.readString(folder.resolve("base.yaml"));
        String marker = "    workload:\n";
        write("base.yaml", base.replace(marker, marker + "      " + workloadLine + "\n      " + otherLine + "\n"));
    }

    private static String web(String workloadLine, String otherLine) {
        return "applications:\n  web:\n    workload:\n      " + workloadLine + "\n      " + otherLine + "\n";
    }

    private PlatformLoader loader() {
        return new PlatformLoader(folder, Path.of("schema"), Path.of("templates"));
    }

    private static List<Problem> problems(PlatformLoader loader, String environment) {
        return catchThrowableOfType(ProblemsException.class, () -> loader.load(environment))
                .problems();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
