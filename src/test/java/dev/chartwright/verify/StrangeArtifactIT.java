package dev.chartwright.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
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

/** What stands in a registry may be anything: each strange thing is named, and nothing of it is trusted. */
class StrangeArtifactIT {
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

    private static byte[] zipped(byte[] tar) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zip)) {
            out.write(tar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip.toByteArray();
    }

    private static byte[] tar(byte[] archive) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
    }

    @Test
    void saysThatOnlyTheCompressionDiffers() throws IOException {
        byte[] tar = tar(built().content());
        assertThat(shop.ofPackage(zipped(tar)).what())
                .isEqualTo("what is published has another package: it is compressed otherwise; the tar inside is the"
                        + " same, " + Digest.of(tar).value());
    }

    @Test
    void namesWhatNoEditorShows() throws IOException {
        ChartArchive marked = archive(TIME, CHART, "values.yaml", "\ufeffa: 1\nb: 2\nc: 3\n");
        assertThat(shop.ofPackage(marked.content()).what())
                .contains("differs in `shop/values.yaml` by bytes that no editor shows");
        ChartArchive blanks = archive(TIME, CHART, "values.yaml", "a: 1\nb: 2 \nc: 3\n");
        assertThat(shop.ofPackage(blanks.content()).what())
                .endsWith("line 2: it is `b: 2 `, and this checkout makes `b: 2`");
        ChartArchive ends = archive(TIME, CHART, "values.yaml", "a: 1\r\nb: 2\nc: 3\n");
        assertThat(shop.ofPackage(ends.content()).what())
                .endsWith("line 1: it is `a: 1\\r`, and this checkout makes `a: 1`");
        ChartArchive open = archive(TIME, CHART, "values.yaml", "a: 1\nb: 2\nc: 3");
        assertThat(shop.ofPackage(open.content()).what()).endsWith("line 4: it is missing, and this checkout makes ``");
    }

    @Test
    void namesTheHeaderOfAnEntry() throws IOException {
        byte[] tar = tar(built().content());
        String text = new String(tar, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("shop/values.yaml");
        byte[] other = tar.clone();
        System.arraycopy("0000755\0".getBytes(StandardCharsets.ISO_8859_1), 0, other, start + 100, 8);
        checksum(other, start);
        assertThat(shop.ofPackage(zipped(other)).what())
                .contains("gives `shop/values.yaml` another header: it is `mode 755, ", "makes `mode 100644, ");
    }

    @Test
    void refusesHostilePackages() throws IOException {
        assertThat(shop.ofPackage("no archive".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("unreadable-archive");
        assertThat(shop.ofPackage(Arrays.copyOf(built().content(), 60)).code()).isEqualTo("unreadable-archive");
        byte[] tar = tar(built().content());
        String named = new String(tar, StandardCharsets.ISO_8859_1);
        byte[] bomb = Arrays.copyOf(tar, tar.length + 101 * 1024 * 1024);
        int end = named.lastIndexOf("c: 3\n") + 512 - named.lastIndexOf("c: 3\n") % 512;
        System.arraycopy(tar, named.indexOf("shop/values.yaml"), bomb, end, 1024);
        String large = String.format("%011o\0", 101L * 1024 * 1024 - 2048);
        System.arraycopy(large.getBytes(StandardCharsets.ISO_8859_1), 0, bomb, end + 124, 12);
        checksum(bomb, end);
        assertThat(shop.ofPackage(zipped(bomb)).code()).isEqualTo("hostile-archive");
    }

    private static void checksum(byte[] tar, int start) {
        int sum = 0;
        for (int index = start; index < start + 512; index++) {
            sum += index >= start + 148 && index < start + 156 ? ' ' : tar[index] & 0xff;
        }
        byte[] text = String.format("%06o\0 ", sum).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, tar, start + 148, 8);
    }

    @Test
    void namesLayersTooManyAndTooFew() {
        String layer = "\"layers\":\\[(\\{[^}]*\\})\\]";
        assertThat(shop.ofManifest(text -> text.replaceFirst(layer, "\"layers\":[]"))
                        .what())
                .isEqualTo("what is published has no layer with a package");
        assertThat(shop.ofManifest(text -> text.replaceFirst(layer, "\"layers\":[$1,$1]"))
                        .what())
                .startsWith("what is published has 2 layers of type `application/vnd.cncf.helm.chart.content");
        assertThat(shop.ofManifest(text -> text.replaceFirst(layer, "\"layers\":[$1,$1]")
                                .replaceFirst(
                                        "(,\\{\"mediaType\":\")" + Pattern.quote(HelmArtifact.PACKAGE), "$1text/x"))
                        .what())
                .isEqualTo("what is published has a layer of type `text/x` beside the package");
    }

    @Test
    void namesWhatAManifestHoldsMore() {
        assertThat(shop.ofManifest(text -> text.replace("\"schemaVersion\":2", "\"schemaVersion\":2,\"x\":\"2\""))
                        .what())
                .isEqualTo("what is published has another manifest: `manifest.x` is `2`, and this checkout makes none");
        assertThat(shop.ofManifest(text -> " " + text).what())
                .isEqualTo("what is published has another manifest: the same text is written otherwise");
    }

    @Test
    void saysWhatIsNoChart() {
        HelmArtifact artifact = artifact(built(), TIME);
        Reference repository = shop.publish(artifact);
        byte[] index =
                ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}")
                        .getBytes(StandardCharsets.UTF_8);
        shop.registry().put(repository, "application/vnd.oci.image.index.v1+json", index);
        assertThat(shop.difference(repository).what())
                .isEqualTo("what is published is no Helm chart, but holds no config:"
                        + " `application/vnd.oci.image.index.v1+json`");
    }

    /** A manifest alone proves nothing that anyone could install. */
    @Test
    void aPackageThatIsGoneDoesNotPass() throws IOException {
        Reference reference = shop.publish(artifact(built(), TIME));
        String digest = built().digest().value().substring("sha256:".length());
        Path link = folder.resolve("registry/storage/docker/registry/v2/repositories")
                .resolve(reference.repository())
                .resolve("_layers/sha256")
                .resolve(digest)
                .resolve("link");
        Files.delete(link);
        assertThatThrownBy(() -> ArtifactVerifier.of(shop.registry()).verify(reference, built()))
                .isInstanceOf(OutsideException.class);
    }
}
