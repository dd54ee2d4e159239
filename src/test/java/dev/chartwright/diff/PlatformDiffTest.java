package dev.chartwright.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Entry;
import dev.chartwright.model.ExpectedDifferences;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class PlatformDiffTest {
    private static final PlatformLoader LOADER =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"));
    private static final LoadedPlatform PRODUCTION = LOADER.load("production");
    private static final LoadedPlatform STAGE = LOADER.load("stage");

    private static List<Difference> diff(Platform right) {
        return PlatformDiff.of(STAGE.platform(), right);
    }

    private static Platform stage(String path, Object value) {
        return Records.with(STAGE.platform(), path, value);
    }

    /** What a person would say that differs, and nothing else; the golden was read by one. */
    @Test
    void saysWhatDiffersBetweenProductionAndStage() throws IOException {
        Path golden = Path.of("src/test/golden/diff/production-stage.txt");
        DiffText text = new DiffText("production", "stage", PlatformDiff.of(PRODUCTION.platform(), STAGE.platform()));
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text.text(false));
            fail("review and commit " + golden);
        }
        assertThat(text.text(false)).isEqualTo(Files.readString(golden));
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(diff(STAGE.platform())).isEmpty();
        assertThat(new DiffText("a", "b", List.of()).text(false)).isEqualTo("a → b\n\nno difference\n");
    }

    @Test
    void namesTheFieldAndBothValues() {
        assertThat(diff(stage("applications.0.workload.replicas", 7)))
                .containsExactly(new Difference(
                        "client-api", "/applications/client-api/workload/replicas", "workload.replicas", "3", "7"));
    }

    @Test
    void namesAPartThatOneLacks() {
        assertThat(diff(stage("minio", Optional.empty())))
                .containsExactly(new Difference("minio", "/minio", "", "The MinIO operator and one Tenant", ""));
    }

    @Test
    void saysNothingOfWhatFollowsFromTheHost() {
        Platform moved = stage("environment.host", "moved.codedang.com");
        moved = Records.with(moved, "applications.2.data.config.data.0.value", "https://moved.codedang.com");
        assertThat(diff(moved))
                .extracting(Difference::path)
                .contains("host")
                .doesNotContain("data.config.data.NEXT_URL.value");
    }

    private static List<Problem> check(Entry... allowed) {
        Platform right = stage("applications.0.workload.replicas", 7);
        return new Expectations(
                        new ExpectedDifferences("stage", "other", List.of(allowed)), STAGE.origins(), STAGE.origins())
                .check(diff(right));
    }

    @Test
    void holdsDifferencesAgainstWhatIsExpected() {
        assertThat(check(new Entry("client-api.workload.replicas", "load"))).isEmpty();
        assertThat(check(new Entry("*.workload", "load"))).isEmpty();
        assertThat(check(new Entry("client-api", "load"))).isEmpty();
        List<Problem> problems = check(new Entry("client-api.work", "not a part of a name"));
        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("unexpected-difference", "needless-expectation");
        Problem unexpected = problems.get(0);
        assertThat(unexpected.what())
                .isEqualTo("`other` differs from `stage` in `client-api.workload.replicas`: `3` there, `7` here");
        assertThat(unexpected.location().file()).isEqualTo("values/base.yaml");
    }

    @Test
    void whatShipsDiffersAsExpected() {
        ExpectedDifferences expected =
                STAGE.platform().environment().expectedDifferences().orElseThrow();
        assertThat(new Expectations(expected, PRODUCTION.origins(), STAGE.origins())
                        .check(PlatformDiff.of(PRODUCTION.platform(), STAGE.platform())))
                .isEmpty();
    }

    @Test
    void writesMarkdownAndJson() {
        DiffText text = new DiffText("a", "b", List.of(new Difference("web", "/applications/web", "image", "x|y", "")));
        assertThat(text.markdown()).contains("**web**", "| `image` | `x\\|y` | `-` |");
        assertThat(text.json()).contains("\"component\": \"web\"", "\"right\": \"\"");
    }
}
