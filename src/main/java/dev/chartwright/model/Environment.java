package dev.chartwright.model;

import java.util.Optional;

/**
 * Which environment is described, and the umbrella chart it makes.
 *
 * @param name the file name in {@code values/} without {@code .yaml}
 * @param tier what kind of environment it is
 * @param host public apex host name
 * @param https whether public hosts are served over TLS
 * @param chart the umbrella chart
 * @param argocd how Argo CD installs it, where it does
 * @param expectedDifferences in what two environments of the platform may differ, where that is written down
 */
public record Environment(
        String name,
        Tier tier,
        String host,
        boolean https,
        ChartInfo chart,
        Optional<ArgoCd> argocd,
        Optional<ExpectedDifferences> expectedDifferences) {
    /** URL scheme of public hosts. */
    public String scheme() {
        return https ? "https" : "http";
    }

    /** Where Argo CD finds the chart, under a name that no nested record hides from a template. */
    public String argocdRepository() {
        return argocd.map(ArgoCd::repository).orElse("");
    }

    /** Name of the umbrella chart: platform and environment. */
    public String chartName() {
        return chart.name() + "-" + name;
    }
}
