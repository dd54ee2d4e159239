package dev.chartwright.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import dev.chartwright.yaml.YamlReader;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A small chart, a registry, and whatever a test wants to stand there in the chart's place. */
final class PublishedShop implements AutoCloseable {
    static final Instant TIME = Instant.parse("2024-06-01T00:00:00Z");
    static final String CHART = "apiVersion: v2\ndescription: a shop\nname: shop\nversion: 1.0.0\n";

    private final DockerRegistry server;
    private final Registry registry = new Registry(
            new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());
    private int names;

    private PublishedShop(DockerRegistry server) {
        this.server = server;
    }

    static PublishedShop start(Path folder) throws IOException {
        return new PublishedShop(DockerRegistry.start(DockerRegistry.Mode.OPEN, folder));
    }

    @Override
    public void close() {
        server.close();
    }

    Registry registry() {
        return registry;
    }

    /** A repository in which nothing is. */
    Reference repository() {
        names++;
        return Reference.parse(server.host() + "/run-" + names + "/shop");
    }

    static ChartArchive archive(Instant time, String chartYaml, String... files) {
        List<ChartFile> all = new ArrayList<>(List.of(new ChartFile("Chart.yaml", chartYaml)));
        for (int index = 0; index < files.length; index += 2) {
            all.add(new ChartFile(files[index], files[index + 1]));
        }
        return new ChartArchiver(time)
                .archive(new Chart("shop", "1.0.0", all.stream().sorted().toList(), List.of()));
    }

    static ChartArchive built() {
        return archive(TIME, CHART, "values.yaml", "a: 1\nb: 2\nc: 3\n");
    }

    static HelmArtifact artifact(ChartArchive archive, Instant time) {
        String yaml = archive.chart().file("Chart.yaml").orElseThrow().content();
        return HelmArtifact.of(new YamlReader().read(yaml, "Chart.yaml").root(), archive.content(), time);
    }

    Reference publish(Reference repository, HelmArtifact artifact, byte[] manifest) {
        registry.upload(repository, artifact.config().bytes(), count -> {});
        artifact.layers().forEach(layer -> registry.upload(repository, layer.bytes(), count -> {}));
        Reference tag = repository.withTag(artifact.tag());
        registry.put(tag, HelmArtifact.MANIFEST, manifest);
        return tag;
    }

    /** Publishes under a name of its own. */
    Reference publish(HelmArtifact artifact) {
        return publish(repository(), artifact, artifact.manifest().bytes());
    }

    Problem difference(Reference reference) {
        return catchThrowableOfType(
                        ProblemsException.class,
                        () -> ArtifactVerifier.of(registry).verify(reference, built()))
                .problems()
                .get(0);
    }

    /** What is said of a package that has these bytes. */
    Problem ofPackage(byte[] content) {
        return difference(publish(
                HelmArtifact.of(new YamlReader().read(CHART, "Chart.yaml").root(), content, TIME)));
    }

    /** What is said of a manifest with another text. */
    Problem ofManifest(UnaryOperator<String> change) {
        HelmArtifact artifact = artifact(built(), TIME);
        String manifest = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8);
        byte[] changed = change.apply(manifest).getBytes(StandardCharsets.UTF_8);
        return difference(publish(repository(), artifact, changed));
    }
}
