package dev.chartwright.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of an environment.
 *
 * @param umbrella the umbrella chart's package, its subcharts inside
 * @param subcharts packages of its subcharts, each complete in itself, in the order of its dependencies
 */
public record PackedCharts(ChartArchive umbrella, List<ChartArchive> subcharts) {
    /** The umbrella first. */
    public List<ChartArchive> all() {
        return Stream.concat(Stream.of(umbrella), subcharts.stream()).toList();
    }
}
