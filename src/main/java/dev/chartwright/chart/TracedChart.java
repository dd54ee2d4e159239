package dev.chartwright.chart;

import java.util.List;

/**
 * A chart whose lines carry marks; made only to say where a fault comes from.
 *
 * @param chart the chart
 * @param lines the template lines, by the number of their mark
 */
public record TracedChart(Chart chart, List<TemplateLine> lines) {
    public TracedChart {
        lines = List.copyOf(lines);
    }

    /** All its files, those of subcharts below {@code charts/}. */
    public TracedFiles files() {
        return new TracedFiles(chart.allFiles(), lines);
    }
}
