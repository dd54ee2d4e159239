package dev.chartwright.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/**
 * What a package says of itself.
 *
 * @param archive its bytes
 * @param chartYaml its Chart.yaml
 * @param values its values.yaml
 * @param created the time that its files carry
 */
record OpenedPackage(byte[] archive, JsonNode chartYaml, JsonNode values, Instant created) {
    static OpenedPackage of(OutputFile file, String label) {
        List<ChartFile> files = ChartTarReader.read(file.content(), label);
        return new OpenedPackage(
                file.content(),
                document(files, "Chart.yaml", label),
                document(files, "values.yaml", label),
                ArchiveTime.of(file.content(), label));
    }

    String name() {
        return chartYaml.path("name").asString();
    }

    /** An umbrella takes secrets as one flat map of blanks. */
    boolean asksForSecrets() {
        return !values.path("global").path("secrets").isEmpty();
    }

    HelmArtifact artifact(Optional<OutputFile> signature) {
        return signature
                .map(file -> HelmArtifact.signed(chartYaml, archive, file.content(), created))
                .orElseGet(() -> HelmArtifact.of(chartYaml, archive, created));
    }

    private static JsonNode document(List<ChartFile> files, String path, String label) {
        String text = files.stream()
                .filter(file -> file.path().equals(path))
                .map(ChartFile::content)
                .findFirst()
                .orElse("");
        return new YamlReader().read(text, label + "/" + path).root();
    }
}
