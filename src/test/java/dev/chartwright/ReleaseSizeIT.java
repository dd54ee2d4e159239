package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import dev.chartwright.validate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/** The estimate of what Helm keeps of a release. */
class ReleaseSizeIT {
    /** Characters of {@code data.release}, base64 of base64, after `local` went into a cluster. */
    private static final int SEEN = 52_604;

    private static final int MUCH = 1_500_000;
    private static final Origins NOWHERE = new Origins(Map.of(), Map.of(), Location.ofFile("values/base.yaml"));
    private final ChartValidator validator = new ChartValidator(Path.of("schema"));

    @Test
    void isNearWhatAClusterHolds() {
        int inTheCluster = SEEN / 4 * 3;
        assertThat(verdict("local").releaseSize()).isCloseTo(inTheCluster, withinPercentage(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stage", "production"})
    void isBelowHalfOfASecret(String environment) {
        assertThat(verdict(environment).releaseSize()).isPositive().isLessThan(Verdict.LARGEST_RELEASE / 2);
    }

    /** Neither files nor templates of subcharts are kept, but everything that they render is. */
    @Test
    void refusesAChartThatRendersTooMuch() {
        BuiltPlatform built = BuiltPlatform.of(BuiltPlatform.BOOKSHOP, "trial");
        Chart large = with(
                built.chart(),
                "templates/noise.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: noise\n  namespace: shop-web\ndata:\n  noise: "
                        + noise() + "\n");
        Chart unread = with(built.chart(), "noise.txt", noise());
        assertThat(validator
                        .check(Subject.alone(built.platform(), NOWHERE), unread, untraced(unread))
                        .problems())
                .isEmpty();
        assertThat(validator
                        .check(Subject.alone(built.platform(), NOWHERE), large, untraced(large))
                        .problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("release-size", "data-size");
    }

    private Verdict verdict(String environment) {
        BuiltPlatform built = BuiltPlatform.of(BuiltPlatform.CODEDANG, environment);
        Verdict verdict =
                validator.check(Subject.alone(built.platform(), NOWHERE), built.chart(), untraced(built.chart()));
        assertThat(verdict.problems()).isEmpty();
        return verdict;
    }

    private static Supplier<TracedChart> untraced(Chart chart) {
        return () -> TracedChart.unmarked(chart);
    }

    private static Chart with(Chart chart, String path, String content) {
        Chart part = chart.subcharts().get(0);
        List<ChartFile> files = Stream.concat(part.files().stream(), Stream.of(new ChartFile(path, content)))
                .sorted()
                .toList();
        List<Chart> parts = Stream.concat(
                        Stream.of(new Chart(part.name(), part.version(), files, part.subcharts())),
                        chart.subcharts().stream().skip(1))
                .toList();
        return new Chart(chart.name(), chart.version(), chart.files(), parts);
    }

    private static String noise() {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(MUCH, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
        return noise.toString();
    }
}
