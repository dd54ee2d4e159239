package dev.chartwright.chart;

import java.util.List;
import java.util.Map;

/**
 * A chart whose lines carry marks; made only to say where a fault comes from.
 *
 * @param chart the chart
 * @param lines the template lines, by the number of their mark
 * @param templates the template that made each file, by its path in the chart; none for what no template made
 */
public record TracedChart(Chart chart, List<TemplateLine> lines, Map<String, String> templates) {
    public TracedChart {
        lines = List.copyOf(lines);
        templates = Map.copyOf(templates);
    }

    /** A chart of which nobody knows what made it. */
    public static TracedChart unmarked(Chart chart) {
        return new TracedChart(chart, List.of(), Map.of());
    }

    /** All its files, those of subcharts below {@code charts/}. */
    public TracedFiles files() {
        return new TracedFiles(chart.allFiles(), lines, templates);
    }
}
