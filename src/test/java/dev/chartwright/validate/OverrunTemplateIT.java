package dev.chartwright.validate;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmOverrun;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Templates without end, each stopped twice: with its chart, and by itself. */
class OverrunTemplateIT {
    private static final String ENDLESS = "kind: ConfigMap\n{{ range until 10000000 }}\n# {{ . }}\n{{ end }}\n";
    private final HelmEngine helm = new HelmEngine(HelmRender.OLDEST_KUBERNETES).forParts();

    @Test
    void isFoundAmongOthersWithItsLine() throws Exception {
        Chart chart = SampleChart.withFile("templates/zz.yaml", ENDLESS);
        Problem problem = tell(chart);
        assertThat(problem.code()).isEqualTo("render-limit");
        assertThat(problem.location().toString()).startsWith(chart.name() + "/").endsWith("templates/zz.yaml");
        assertThat(problem.what())
                .contains("takes more than 5 s of computing, and `")
                .contains("templates/zz.yaml` by itself");
    }

    private Problem tell(Chart chart) throws Exception {
        try (TemporaryCharts folder = new TemporaryCharts()) {
            HelmOverrun overrun = catchThrowableOfType(
                    HelmOverrun.class, () -> helm.template(folder.pack(chart), "shop", folder.values("{}")));
            return new OverrunTemplate(helm, chart, "shop", "{}").tell(overrun, TracedChart.unmarked(chart), folder);
        }
    }
}
