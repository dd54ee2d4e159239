package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * What the Chart.yaml files of a platform say about it.
 *
 * @param name platform name; the umbrella is {@code <name>-<environment>}
 * @param version SemVer 2 version of the umbrella and of every subchart
 * @param description one sentence
 * @param home the platform's home page
 * @param sources where its source code lives
 * @param keywords words for chart searches
 * @param maintainers who answers for the chart
 */
public record ChartInfo(
        String name,
        String version,
        String description,
        Optional<String> home,
        List<String> sources,
        List<String> keywords,
        List<Maintainer> maintainers) {}
