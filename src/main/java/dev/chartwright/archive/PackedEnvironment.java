package dev.chartwright.archive;

import java.util.List;

import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.OutputFile;

/**
 * What an environment's folder will hold.
 *
 * @param umbrella the umbrella chart's package
 * @param subcharts packages of its subcharts, each complete in itself
 * @param files every file of the folder, the packages and their checksums included
 */
public record PackedEnvironment(ChartArchive umbrella, List<ChartArchive> subcharts, List<OutputFile> files) {}
