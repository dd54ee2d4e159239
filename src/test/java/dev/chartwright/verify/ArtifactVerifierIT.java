package dev.chartwright.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.provenance.Keyring;
import dev.chartwright.provenance.SignedText;
import dev.chartwright.provenance.SigningKey;
import dev.chartwright.provenance.TestKey;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whatever is published otherwise than this checkout would, the first difference is named. */
class ArtifactVerifierIT {
    private static final long SEED = 20_200_101;
    private static final Instant TIME = Instant.parse("2024-06-01T00:00:00Z");
    private static final String CHART = "apiVersion: v2\ndescription: a shop\nname: shop\nversion: 1.0.0\n";

    @TempDir
    private static Path folder;

    private static DockerRegistry server;
    private static Registry registry;
    private static int names;

    @BeforeAll
    static void start() throws Exception {
        server = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder.resolve("registry"));
        registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ChartArchive archive(Instant time, String chartYaml, String... files) {
        List<ChartFile> all = new ArrayList<>(List.of(new ChartFile("Chart.yaml", chartYaml)));
        for (int index = 0; index < files.length; index += 2) {
            all.add(new ChartFile(files[index], files[index + 1]));
        }
        return new ChartArchiver(time)
                .archive(new Chart("shop", "1.0.0", all.stream().sorted().toList(), List.of()));
    }

    private static ChartArchive built() {
        return archive(TIME, CHART, "values.yaml", "a: 1\nb: 2\nc: 3\n");
    }

    private static HelmArtifact artifact(ChartArchive archive, Instant time) {
        String yaml = archive.chart().file("Chart.yaml").orElseThrow().content();
        return HelmArtifact.of(new YamlReader().read(yaml, "Chart.yaml").root(), archive.content(), time);
    }

    /** Publishes something under a name of its own. */
    private static Reference publish(HelmArtifact artifact, byte[] manifest) {
        names++;
        Reference repository = Reference.parse(server.host() + "/run-" + names + "/shop");
        registry.upload(repository, artifact.config().bytes(), count -> {});
        artifact.layers().forEach(layer -> registry.upload(repository, layer.bytes(), count -> {}));
        Reference tag = repository.withTag(artifact.tag());
        registry.put(tag, HelmArtifact.MANIFEST, manifest);
        return tag;
    }

    private static Reference publish(HelmArtifact artifact) {
        return publish(artifact, artifact.manifest().bytes());
    }

    private static Problem difference(Reference reference) {
        return catchThrowableOfType(
                        ProblemsException.class,
                        () -> ArtifactVerifier.of(registry).verify(reference, built()))
                .problems()
                .get(0);
    }

    @Test
    void passesWhatIsTheSame() {
        Reference reference = publish(artifact(built(), TIME));
        Verification verification = ArtifactVerifier.of(registry).verify(reference, built());
        assertThat(verification.archive()).isEqualTo(built().digest());
        assertThat(verification.isSigned()).isFalse();
        assertThat(ArtifactVerifier.of(registry).verify(reference.withDigest(verification.manifest()), built()))
                .isEqualTo(verification);
    }

    @Test
    void namesAFileAndALine() {
        Reference reference = publish(artifact(archive(TIME, CHART, "values.yaml", "a: 1\nb: 7\nc: 3\n"), TIME));
        assertThat(difference(reference).what())
                .isEqualTo("what is published has another package: it differs in `values.yaml`, line 2: it is `b: 7`,"
                        + " and this checkout makes `b: 2`");
    }

    @Test
    void showsTheDifferenceOfLongLines() {
        String start = "a: " + "x".repeat(200);
        ChartArchive here = archive(TIME, CHART, "values.yaml", start + "1 ours\n");
        Reference reference = publish(artifact(archive(TIME, CHART, "values.yaml", start + "2 theirs\n"), TIME));
        assertThatThrownBy(() -> ArtifactVerifier.of(registry).verify(reference, here))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).what()).contains("x2 theirs`", "x1 ours`"));
    }

    @Test
    void namesAMissingAndAnotherFile() {
        assertThat(difference(publish(artifact(archive(TIME, CHART), TIME))).what())
                .endsWith("it lacks the file `values.yaml`");
        ChartArchive more = archive(TIME, CHART, "evil.txt", "x\n", "values.yaml", "a: 1\nb: 2\nc: 3\n");
        assertThat(difference(publish(artifact(more, TIME))).what())
                .endsWith("it has a file `evil.txt` that this checkout does not make");
    }

    @Test
    void namesAnotherTime() {
        Instant later = TIME.plusSeconds(60);
        ChartArchive late = archive(later, CHART, "values.yaml", "a: 1\nb: 2\nc: 3\n");
        assertThat(difference(publish(artifact(late, later))).what())
                .contains("carries the time 2024-06-01T00:01:00Z", "SOURCE_DATE_EPOCH=1717200060 makes that one");
    }

    @Test
    void namesAnotherManifestAndAnotherConfig() {
        HelmArtifact artifact = artifact(built(), TIME);
        String manifest = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8);
        byte[] changed = manifest.replace("a shop", "no shop").getBytes(StandardCharsets.UTF_8);
        assertThat(difference(publish(artifact, changed)).what())
                .isEqualTo("what is published has another manifest: `manifest.annotations.org.opencontainers.image"
                        + ".description` is `no shop`, and this checkout makes `a shop`");
        HelmArtifact later = artifact(built(), TIME.plusSeconds(1));
        assertThat(difference(publish(later)).what()).contains("image.created` is `2024-06-01T00:00:01Z`");
        ChartArchive other = archive(TIME, CHART.replace("a shop", "no shop"), "values.yaml", "a: 1\nb: 2\nc: 3\n");
        HelmArtifact mixed = artifact(other, TIME);
        String config = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8)
                .replace(
                        artifact.config().descriptor().digest().value(),
                        mixed.config().descriptor().digest().value())
                .replace(
                        "\"size\":" + artifact.config().bytes().length,
                        "\"size\":" + mixed.config().bytes().length);
        registry.upload(
                Reference.parse(server.host() + "/run-" + (names + 1) + "/shop"),
                mixed.config().bytes(),
                n -> {});
        assertThat(difference(publish(artifact, config.getBytes(StandardCharsets.UTF_8)))
                        .what())
                .isEqualTo("what is published has another config: `config.description` is `no shop`, and this checkout"
                        + " makes `a shop`");
    }

    /** Any one byte of a file that is another one is found in its file and line. */
    @Test
    void findsAnyChangedByte() {
        Random random = new Random(SEED);
        String text = "alpha: 1\nbeta: 2\ngamma: 3\ndelta: 4\n";
        ChartArchive whole = archive(TIME, CHART, "templates/a.yaml", text);
        for (int run = 0; run < 30; run++) {
            int at = random.nextInt(text.length());
            char other = (char) ('A' + random.nextInt(26));
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            long line = text.substring(0, at).lines().count()
                    + (text.substring(0, at).endsWith("\n") || at == 0 ? 1 : 0);
            Reference reference = publish(artifact(archive(TIME, CHART, "templates/a.yaml", changed), TIME));
            assertThatThrownBy(() -> ArtifactVerifier.of(registry).verify(reference, whole))
                    .as("seed %d, run %d: %s", SEED, run, changed)
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            found -> assertThat(found.problems().get(0).what())
                                    .contains("differs in `templates/a.yaml`, line " + line + ":"));
        }
    }

    @Test
    void saysThatOnlyASignatureIsMore() throws Exception {
        TestKey key = TestKey.rsa("Release Team <release@shop.test>", "x");
        byte[] signature = SigningKey.open(key.secret(folder.resolve("s.gpg")), "release", "x".toCharArray())
                .sign(new SignedText(CHART, "shop-1.0.0.tgz", built().digest()), TIME);
        HelmArtifact signed = HelmArtifact.signed(
                new YamlReader().read(CHART, "Chart.yaml").root(), built().content(), signature, TIME);
        Reference reference = publish(signed);
        assertThat(ArtifactVerifier.of(registry).verify(reference, built()).isSigned())
                .isTrue();
        Keyring keys = Keyring.read(key.publicKey(folder.resolve("p.gpg")));
        assertThat(ArtifactVerifier.of(registry, keys)
                        .verify(reference, built())
                        .signer())
                .hasValueSatisfying(who -> assertThat(who).contains("Release Team"));
        Keyring others = Keyring.read(TestKey.rsa("Other <o@shop.test>", "x").publicKey(folder.resolve("o.gpg")));
        assertThatThrownBy(() -> ArtifactVerifier.of(registry, others).verify(reference, built()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("bad-signature"));
    }

    @Test
    void aMissingSignatureFailsWhereOneIsWanted() throws Exception {
        Keyring keys = Keyring.read(TestKey.rsa("R <r@shop.test>", "x").publicKey(folder.resolve("r.gpg")));
        Reference reference = publish(artifact(built(), TIME));
        assertThatThrownBy(() -> ArtifactVerifier.of(registry, keys).verify(reference, built()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("missing-signature"));
    }

    @Test
    void saysWhatIsNotThereOrNoChart() {
        Reference nowhere = Reference.parse(server.host() + "/nowhere/shop:1.0.0");
        assertThatThrownBy(() -> ArtifactVerifier.of(registry).verify(nowhere, built()))
                .isInstanceOfSatisfying(
                        OutsideException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("not-published"));
        assertThat(difference(nowhere.withTag("2.0.0")).what())
                .isEqualTo("what is published has the version `2.0.0`, and this checkout builds `1.0.0`");
        HelmArtifact artifact = artifact(built(), TIME);
        String image = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8)
                .replace(HelmArtifact.CONFIG, "application/vnd.oci.image.config.v1+json");
        assertThat(difference(publish(artifact, image.getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("foreign-artifact");
    }
}
