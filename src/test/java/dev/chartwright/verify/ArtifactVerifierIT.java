package dev.chartwright.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.provenance.Keyring;
import dev.chartwright.provenance.SignedText;
import dev.chartwright.provenance.SigningKey;
import dev.chartwright.provenance.TestKey;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.chartwright.verify.PublishedShop.CHART;
import static dev.chartwright.verify.PublishedShop.TIME;
import static dev.chartwright.verify.PublishedShop.archive;
import static dev.chartwright.verify.PublishedShop.artifact;
import static dev.chartwright.verify.PublishedShop.built;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever is published otherwise than this checkout would, the first difference is named. */
class ArtifactVerifierIT {
    private static final long SEED = 20_200_101;

    @TempDir
    private static Path folder;

    private static PublishedShop shop;

    @BeforeAll
    static void start() throws IOException {
        shop = PublishedShop.start(folder.resolve("registry"));
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @Test
    void passesWhatIsTheSame() {
        Reference reference = shop.publish(artifact(built(), TIME));
        Verification verification = ArtifactVerifier.of(shop.registry()).verify(reference, built());
        assertThat(verification.archive()).isEqualTo(built().digest());
        assertThat(verification.isSigned()).isFalse();
        assertThat(ArtifactVerifier.of(shop.registry()).verify(reference.withDigest(verification.manifest()), built()))
                .isEqualTo(verification);
    }

    @Test
    void namesAFileAndALine() {
        Reference reference = shop.publish(artifact(archive(TIME, CHART, "values.yaml", "a: 1\nb: 7\nc: 3\n"), TIME));
        assertThat(shop.difference(reference).what())
                .isEqualTo("what is published has another package: it differs in `values.yaml`, line 2: it is `b: 7`,"
                        + " and this checkout makes `b: 2`");
    }

    @Test
    void showsTheDifferenceOfLongLines() {
        String start = "a: " + "x".repeat(200);
        ChartArchive here = archive(TIME, CHART, "values.yaml", start + "1 ours\n");
        Reference reference = shop.publish(artifact(archive(TIME, CHART, "values.yaml", start + "2 theirs\n"), TIME));
        assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry()).verify(reference, here))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).what()).contains("x2 theirs`", "x1 ours`"));
    }

    @Test
    void namesAMissingAndAnotherFile() {
        assertThat(shop.difference(shop.publish(artifact(archive(TIME, CHART), TIME)))
                        .what())
                .endsWith("it lacks the file `values.yaml`");
        ChartArchive more = archive(TIME, CHART, "evil.txt", "x\n", "values.yaml", "a: 1\nb: 2\nc: 3\n");
        assertThat(shop.difference(shop.publish(artifact(more, TIME))).what())
                .endsWith("it has a file `evil.txt` that this checkout does not make");
    }

    @Test
    void namesAnotherTime() {
        Instant later = TIME.plusSeconds(60);
        ChartArchive late = archive(later, CHART, "values.yaml", "a: 1\nb: 2\nc: 3\n");
        assertThat(shop.difference(shop.publish(artifact(late, later))).what())
                .contains("carries the time 2024-06-01T00:01:00Z", "SOURCE_DATE_EPOCH=1717200060 makes that one");
    }

    @Test
    void namesAnotherManifestAndAnotherConfig() {
        HelmArtifact artifact = artifact(built(), TIME);
        String manifest = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8);
        byte[] changed = manifest.replace("a shop", "no shop").getBytes(StandardCharsets.UTF_8);
        assertThat(shop.difference(shop.publish(shop.repository(), artifact, changed))
                        .what())
                .isEqualTo("what is published has another manifest: `manifest.annotations.org.opencontainers.image"
                        + ".description` is `no shop`, and this checkout makes `a shop`");
        HelmArtifact later = artifact(built(), TIME.plusSeconds(1));
        assertThat(shop.difference(shop.publish(later)).what()).contains("image.created` is `2024-06-01T00:00:01Z`");
        ChartArchive other = archive(TIME, CHART.replace("a shop", "no shop"), "values.yaml", "a: 1\nb: 2\nc: 3\n");
        HelmArtifact mixed = artifact(other, TIME);
        String config = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8)
                .replace(
                        artifact.config().descriptor().digest().value(),
                        mixed.config().descriptor().digest().value())
                .replace(
                        "\"size\":" + artifact.config().bytes().length,
                        "\"size\":" + mixed.config().bytes().length);
        Reference repository = shop.repository();
        shop.registry().upload(repository, mixed.config().bytes(), count -> {});
        assertThat(shop.difference(shop.publish(repository, artifact, config.getBytes(StandardCharsets.UTF_8)))
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
            Reference reference = shop.publish(artifact(archive(TIME, CHART, "templates/a.yaml", changed), TIME));
            assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry()).verify(reference, whole))
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
        Reference reference = shop.publish(signed);
        assertThat(ArtifactVerifier.of(shop.registry())
                        .verify(reference, built())
                        .isSigned())
                .isTrue();
        Keyring keys = Keyring.read(key.publicKey(folder.resolve("p.gpg")));
        assertThat(ArtifactVerifier.of(shop.registry(), keys)
                        .verify(reference, built())
                        .signer())
                .hasValueSatisfying(who -> assertThat(who).contains("Release Team"));
        Keyring others = Keyring.read(TestKey.rsa("Other <o@shop.test>", "x").publicKey(folder.resolve("o.gpg")));
        assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry(), others).verify(reference, built()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("bad-signature"));
    }

    @Test
    void aMissingSignatureFailsWhereOneIsWanted() throws Exception {
        Keyring keys = Keyring.read(TestKey.rsa("R <r@shop.test>", "x").publicKey(folder.resolve("r.gpg")));
        Reference reference = shop.publish(artifact(built(), TIME));
        assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry(), keys).verify(reference, built()))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("missing-signature"));
    }

    @Test
    void saysWhatIsNotThereOrNoChart() {
        Reference nowhere = shop.repository().withTag("1.0.0");
        assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry()).verify(nowhere, built()))
                .isInstanceOfSatisfying(
                        OutsideException.class,
                        found -> assertThat(found.problems().get(0).code()).isEqualTo("not-published"));
        assertThat(shop.difference(nowhere.withTag("2.0.0")).what())
                .isEqualTo("what is published has the version `2.0.0`, and this checkout builds `1.0.0`");
        HelmArtifact artifact = artifact(built(), TIME);
        String image = new String(artifact.manifest().bytes(), StandardCharsets.UTF_8)
                .replace(HelmArtifact.CONFIG, "application/vnd.oci.image.config.v1+json");
        assertThat(shop.difference(shop.publish(shop.repository(), artifact, image.getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("foreign-artifact");
    }
}
