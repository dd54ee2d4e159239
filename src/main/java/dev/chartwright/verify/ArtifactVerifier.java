package dev.chartwright.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Quote;
import dev.chartwright.provenance.Keyring;
import dev.chartwright.provenance.SignedText;
import dev.chartwright.registry.Registry;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proves that what is published is what a checkout builds. */
public final class ArtifactVerifier {
    private final Registry registry;
    private final Optional<Keyring> keyring;

    private ArtifactVerifier(Registry registry, Optional<Keyring> keyring) {
        this.registry = registry;
        this.keyring = keyring;
    }

    /** Compares contents; a signature may be there or not. */
    public static ArtifactVerifier of(Registry registry) {
        return new ArtifactVerifier(registry, Optional.empty());
    }

    /** Also wants a good signature by one of these keys. */
    public static ArtifactVerifier of(Registry registry, Keyring keyring) {
        return new ArtifactVerifier(registry, Optional.of(keyring));
    }

    /**
     * Compares byte for byte.
     *
     * @param reference a tag or a digest
     * @param built the package that this checkout makes of the same chart
     * @throws dev.chartwright.problem.ProblemsException at the first difference, or without the wanted signature
     */
    public Verification verify(Reference reference, ChartArchive built) {
        HelmArtifact expected = HelmArtifact.of(chartYaml(built), built.content(), time(built));
        refuseOtherVersion(reference, expected);
        PublishedChart published = PublishedChart.fetch(registry, reference);
        comparePackage(published, built);
        compareConfig(published, expected);
        Optional<byte[]> signature = published.layer(HelmArtifact.PROVENANCE).map(published::bytes);
        compareManifest(published, built, expected, signature);
        return new Verification(
                published.manifest().descriptor().digest(),
                built.digest(),
                signature.isPresent(),
                keyring.map(keys -> signer(keys, reference, built, signature)));
    }

    private static Instant time(ChartArchive built) {
        return ArchiveTime.of(built.content(), built.fileName());
    }

    private static String text(ChartArchive built) {
        return built.chart().file("Chart.yaml").map(ChartFile::content).orElse("");
    }

    private static JsonNode chartYaml(ChartArchive built) {
        return new YamlReader().read(text(built), "Chart.yaml").root();
    }

    private static void refuseOtherVersion(Reference reference, HelmArtifact expected) {
        reference.tag().filter(tag -> !tag.equals(expected.tag())).ifPresent(tag -> {
            throw Mismatch.of(
                    reference,
                    "has the version " + Quote.of(tag) + ", and this checkout builds `" + expected.tag() + "`");
        });
    }

    private static void comparePackage(PublishedChart published, ChartArchive built) {
        Reference reference = published.reference();
        Descriptor layer = published
                .layer(HelmArtifact.PACKAGE)
                .orElseThrow(() -> Mismatch.of(reference, "has no layer with a package"));
        byte[] content = published.bytes(layer);
        if (!Arrays.equals(content, built.content())) {
            throw Mismatch.of(
                    reference,
                    "has another package: it "
                            + new ArchiveDifference(
                                            content,
                                            built.content(),
                                            "the package of " + reference,
                                            published.registry())
                                    .find());
        }
        published
                .layers()
                .map(Descriptor::mediaType)
                .filter(type -> !type.equals(HelmArtifact.PACKAGE) && !type.equals(HelmArtifact.PROVENANCE))
                .findFirst()
                .ifPresent(type -> {
                    throw Mismatch.of(
                            reference, "has a layer of type " + published.quoted(type) + " beside the package");
                });
    }

    private static void compareConfig(PublishedChart published, HelmArtifact expected) {
        if (Arrays.equals(published.bytes(published.config()), expected.config().bytes())) {
            return;
        }
        JsonNode built =
                JsonMapper.shared().readTree(new String(expected.config().bytes(), StandardCharsets.UTF_8));
        String difference = TreeDifference.find(
                        published.configDocument(), built, "config", published.shown(built.toString()))
                .orElse("the same text is written otherwise");
        throw Mismatch.of(published.reference(), "has another config: " + difference);
    }

    private static void compareManifest(
            PublishedChart published, ChartArchive built, HelmArtifact expected, Optional<byte[]> signature) {
        HelmArtifact whole = signature
                .map(prov -> HelmArtifact.signed(chartYaml(built), built.content(), prov, time(built)))
                .orElse(expected);
        if (published.manifest().descriptor().digest().equals(whole.digest())) {
            return;
        }
        JsonNode made = JsonMapper.shared().readTree(new String(whole.manifest().bytes(), StandardCharsets.UTF_8));
        String difference = TreeDifference.find(
                        published.document(), made, "manifest", published.shown(made.toString()))
                .orElse("the same text is written otherwise");
        throw Mismatch.of(published.reference(), "has another manifest: " + difference);
    }

    private static String signer(Keyring keys, Reference reference, ChartArchive built, Optional<byte[]> signature) {
        byte[] provenance = signature.orElseThrow(() -> Mismatch.unsigned(reference));
        SignedText text = new SignedText(text(built), built.fileName(), built.digest());
        return keys.verify(text, provenance, reference.toString());
    }
}
