package dev.chartwright.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.DockerRegistry.Mode;
import dev.chartwright.distribution.HelmOnRegistry;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Registry;
import dev.chartwright.verify.ArtifactVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pushes to Debian's docker-registry in each way that it asks who is there, and what real Helm makes of it. */
class PushIT {
    private static final String VERSION = "0.1.0+build.5";
    private static final String TAG = "0.1.0_build.5";
    private static final Map<Mode, DockerRegistry> REGISTRIES = new EnumMap<>(Mode.class);

    @TempDir
    private static Path servers;

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        REGISTRIES.values().forEach(DockerRegistry::close);
    }

    private static DockerRegistry registry(Mode mode) throws IOException {
        if (!REGISTRIES.containsKey(mode)) {
            REGISTRIES.put(mode, DockerRegistry.start(mode, servers.resolve(mode.name())));
        }
        return REGISTRIES.get(mode);
    }

    private static List<PublishedChart> push(DockerRegistry registry, List<PackedChart> charts) {
        return Pushes.push(Pushes.client(registry), charts);
    }

    private static String path(DockerRegistry registry, String name) {
        return "oci://" + registry.host() + "/" + name;
    }

    @ParameterizedTest
    @EnumSource
    void pushesWhatHelmRendersByVersionAndByDigest(Mode mode) throws IOException, InterruptedException {
        DockerRegistry registry = registry(mode);
        SmallRelease release = SmallRelease.of(VERSION, "rendered");
        PackedChart chart = push(registry, release.charts(path(registry, "render/ed")))
                .get(0)
                .chart();
        String place = path(registry, "render/ed/" + SmallRelease.NAME);

        List<String> answers = new HelmOnRegistry(registry, folder)
                .template(archive(release).toString())
                .template(place, VERSION)
                .template(place + "@" + chart.digest().value())
                .template(place + ":" + TAG + "@" + chart.digest().value())
                .template(place + "/part", VERSION)
                .run();

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).contains("text: \"rendered\"", "name: umbrella", "name: part");
        assertThat(answers.subList(1, 4)).containsOnly(answers.get(0));
        assertThat(answers.get(4)).contains("name: part").doesNotContain("name: umbrella");
    }

    @ParameterizedTest
    @EnumSource
    void helmDownloadsItAsADependencyWithTheSameBytes(Mode mode) throws IOException, InterruptedException {
        DockerRegistry registry = registry(mode);
        SmallRelease release = SmallRelease.of(VERSION, "depended on");
        push(registry, release.charts(path(registry, "depend/ency")));
        Path parent = Files.createDirectories(folder.resolve("parent"));
        Files.writeString(
                parent.resolve("Chart.yaml"), """
                apiVersion: v2
                name: parent
                version: 1.0.0
                dependencies:
                - name: %s
                  version: %s
                  repository: %s
                """.formatted(SmallRelease.NAME, VERSION, path(registry, "depend/ency")));

        new HelmOnRegistry(registry, folder).depend(parent).run();

        assertThat(parent.resolve("charts").resolve(release.archiveName())).hasBinaryContent(release.archive());
    }

    @ParameterizedTest
    @EnumSource
    void itsManifestIsTheOneOfHelmsOwnPush(Mode mode) throws IOException, InterruptedException {
        DockerRegistry registry = registry(mode);
        SmallRelease release = SmallRelease.of(VERSION, "pushed twice");
        PackedChart chart =
                push(registry, release.charts(path(registry, "ours"))).get(0).chart();

        new HelmOnRegistry(registry, folder)
                .push(archive(release), path(registry, "helms"))
                .run();

        Registry client = Pushes.client(registry);
        Reference helms =
                Reference.parse(path(registry, "helms/" + SmallRelease.NAME)).withTag(TAG);
        assertThat(new String(client.fetch(helms).orElseThrow().content()))
                .isEqualTo(
                        new String(client.fetch(chart.reference()).orElseThrow().content()));
        assertThat(client.head(helms).map(Descriptor::digest)).contains(chart.digest());
    }

    @ParameterizedTest
    @EnumSource
    void itsSignedManifestIsTheOneOfHelmsOwnPush(Mode mode) throws IOException, InterruptedException {
        DockerRegistry registry = registry(mode);
        String signature = "what a signature says is not for a push to judge\n";
        SmallRelease release = SmallRelease.of(VERSION, "signed");
        SmallRelease signed = release.with(release.archiveName() + ".prov", signature);
        PackedChart chart = push(registry, signed.charts(path(registry, "ours-signed")))
                .get(0)
                .chart();
        Path archive = archive(release);
        Files.writeString(archive.resolveSibling(archive.getFileName() + ".prov"), signature);

        new HelmOnRegistry(registry, folder)
                .push(archive, path(registry, "helms-signed"))
                .run();

        Reference helms = Reference.parse(path(registry, "helms-signed/" + SmallRelease.NAME))
                .withTag(TAG);
        assertThat(chart.artifact().layers()).hasSize(2);
        assertThat(Pushes.client(registry).head(helms).map(Descriptor::digest)).contains(chart.digest());
    }

    @ParameterizedTest
    @EnumSource
    void isProvedToBeWhatIsBuiltAndNothingElse(Mode mode) throws IOException {
        DockerRegistry registry = registry(mode);
        SmallRelease release = SmallRelease.of(VERSION, "proved").with(SmallRelease.BILL, "{}");
        PackedChart chart =
                push(registry, release.charts(path(registry, "proved"))).get(0).chart();
        ArtifactVerifier verifier = ArtifactVerifier.of(Pushes.client(registry));

        assertThat(verifier.verify(chart.reference(), release.packed()).manifest())
                .isEqualTo(chart.digest());
        assertThatThrownBy(() -> verifier.verify(
                        chart.reference(), SmallRelease.of(VERSION, "other").packed()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.what()).contains("templates/configmap.yaml")));
    }

    @ParameterizedTest
    @EnumSource
    void uploadsNothingTheSecondTime(Mode mode) throws IOException {
        DockerRegistry registry = registry(mode);
        SmallRelease release = SmallRelease.of(VERSION, "again").with(SmallRelease.BILL, "{}");
        List<PublishedChart> first = push(registry, release.charts(path(registry, "again")));
        List<String> uploads = registry.uploads();
        List<PublishedChart> second = push(registry, release.charts(path(registry, "again")));

        assertThat(first).extracting(PublishedChart::outcome).containsOnly(Outcome.PUSHED);
        assertThat(second).extracting(PublishedChart::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(uploads).isNotEmpty();
        assertThat(registry.uploads()).isEqualTo(uploads);
    }

    @ParameterizedTest
    @EnumSource
    void refusesOtherContentAndUploadsNoneOfIt(Mode mode) throws IOException {
        DockerRegistry registry = registry(mode);
        String path = path(registry, "changed");
        PackedChart first = push(registry, SmallRelease.of(VERSION, "one").charts(path))
                .get(0)
                .chart();
        List<String> uploads = registry.uploads();

        assertThatThrownBy(() -> push(registry, SmallRelease.of(VERSION, "two").charts(path)))
                .isInstanceOf(ProblemsException.class);
        assertThat(registry.uploads()).isEqualTo(uploads);
        assertThat(Pushes.client(registry).head(first.reference()).map(Descriptor::digest))
                .contains(first.digest());
    }

    /** The package as a file that carries the time of its content, which Helm takes for the manifest. */
    private Path archive(SmallRelease release) throws IOException {
        Path file = Files.write(folder.resolve(release.archiveName()), release.archive());
        Files.setLastModifiedTime(file, FileTime.from(SmallRelease.TIME));
        return file;
    }
}
