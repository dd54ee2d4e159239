package dev.chartwright.model;

/**
 * Which environment is described, and the umbrella chart it makes.
 *
 * @param name the file name in {@code values/} without {@code .yaml}
 * @param tier what kind of environment it is
 * @param host public apex host name
 * @param https whether public hosts are served over TLS
 * @param chart the umbrella chart
 */
public record Environment(String name, Tier tier, String host, boolean https, ChartInfo chart) {
    /** URL scheme of public hosts. */
    public String scheme() {
        return https ? "https" : "http";
    }

    /** Name of the umbrella chart: platform and environment. */
    public String chartName() {
        return chart.name() + "-" + name;
    }
}
