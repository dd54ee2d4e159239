package dev.chartwright.provenance;

import dev.chartwright.chart.Digest;

/**
 * What a signature is about (helm/helm, {@code pkg/provenance/sign.go}).
 *
 * @param chartYaml the package's own Chart.yaml
 * @param fileName name of the package's file
 * @param digest digest of the package
 */
public record SignedText(String chartYaml, String fileName, Digest digest) {
    /** The text that is signed; a package with another byte has another one. */
    String text() {
        return chartYaml + "\n...\nfiles:\n  " + fileName + ": " + digest.value() + "\n";
    }
}
