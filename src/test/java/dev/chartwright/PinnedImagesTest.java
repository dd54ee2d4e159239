package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.chart.Digest;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Image;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.ImageLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Helm renders from a platform whose images are locked. */
class PinnedImagesTest {
    private static final String DIGEST_FLAG = "traefik.image.digest";
    private static final String TAG_FLAG = "traefik.image.tag";

    @TempDir
    private Path folder;

    private Path values = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        values = Files.createDirectory(folder.resolve("values"));
    }

    @EveryEnvironment
    void everyImageOfTheRenderHasItsDigest(Path from, String environment) {
        BuiltPlatform built = locked(from, environment);
        String rendered = built.withHooksShown().render(folder);

        for (Image image : ImageList.of(built.platform())) {
            assertThat(image.digest()).as(image.tagged()).isPresent();
            assertThat(mentions(rendered, image.tagged())).as(image.tagged()).containsExactly(image.reference());
        }
    }

    @Test
    void listsTagsAndDigests() {
        BuiltPlatform built = locked(BuiltPlatform.CODEDANG, "local");

        assertThat(ImageList.of(built.platform()))
                .extracting(Image::reference)
                .allMatch(text -> text.matches("[^@]+:[^@:]+@sha256:[0-9a-f]{64}"));
    }

    @Test
    void anotherTagBesideTheOldDigestEndsTheInstall() {
        String digest = digest("docker.io/library/traefik:v3.7.11");

        assertThatThrownBy(() -> render(Map.of(TAG_FLAG, "v3.8.0")))
                .hasMessageContaining("image docker.io/library/traefik:v3.8.0: its digest is that of the tag v3.7.11;"
                        + " give the digest of the tag v3.8.0, or an empty one for whatever the tag stands for");
        assertThatThrownBy(() -> render(Map.of(TAG_FLAG, "v3.8.0", DIGEST_FLAG, digest)))
                .hasMessageContaining("its digest is that of the tag v3.7.11");
    }

    @Test
    void anotherTagMayHaveItsOwnDigestOrNone() {
        String other = digest("other");

        assertThat(render(Map.of(TAG_FLAG, "v3.8.0", DIGEST_FLAG, other)))
                .contains("image: \"docker.io/library/traefik:v3.8.0@" + other + "\"");
        assertThat(render(Map.of(TAG_FLAG, "v3.8.0", DIGEST_FLAG, "")))
                .contains("image: \"docker.io/library/traefik:v3.8.0\"");
        assertThat(render(Map.of(DIGEST_FLAG, ""))).contains("image: \"docker.io/library/traefik:v3.7.11\"");
    }

    @Test
    void aMirrorKeepsTheDigest() {
        assertThat(render(Map.of("traefik.image.repository", "mirror.example.com/traefik")))
                .contains("image: \"mirror.example.com/traefik:v3.7.11@" + digest("docker.io/library/traefik:v3.7.11")
                        + "\"");
    }

    @Test
    void tagsMayShareADigest() throws IOException {
        locked(BuiltPlatform.CODEDANG, "local");
        Path lock = values.resolve(ImageLock.FILE);
        write(lock, Files.readString(lock).replaceAll("sha256:[0-9a-f]+", digest("same")));
        BuiltPlatform built = BuiltPlatform.of(values, "local");

        assertThat(built.render(folder))
                .contains(":4.1.3-management@" + digest("same"), "cluster-operator:2.19.1@" + digest("same"));
    }

    private String render(Map<String, String> flags) {
        try {
            Path platform = Files.createTempDirectory(folder, "flags");
            values = platform;
            BuiltPlatform built = locked(BuiltPlatform.CODEDANG, "local");
            var template = BuiltPlatform.template(BuiltPlatform.pack(built.chart(), platform))
                    .withValuesFile(built.secrets(platform));
            flags.forEach(template::set);
            return template.call();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every form in which a render names an image. */
    private static Set<String> mentions(String rendered, String tagged) {
        Matcher mention = Pattern.compile("(?<![\\w./-])" + Pattern.quote(tagged) + "(?![\\w.-])(@sha256:[0-9a-f]+)?")
                .matcher(rendered);
        Set<String> found = new TreeSet<>();
        while (mention.find()) {
            found.add(mention.group());
        }
        return found;
    }

    /** An environment of a copy of a platform with a lock; each tag's digest is that of its name. */
    private BuiltPlatform locked(Path from, String environment) {
        copy(from);
        List<String> images =
                PlatformLoader.withoutLock(values, BuiltPlatform.SCHEMA, Path.of("templates")).loadAll().stream()
                        .map(LoadedPlatform::platform)
                        .flatMap(platform -> ImageList.of(platform).stream())
                        .filter(image -> image.digest().isEmpty())
                        .map(Image::tagged)
                        .distinct()
                        .map(image -> "  \"" + image + "\": " + digest(image) + "\n")
                        .toList();
        write(values.resolve(ImageLock.FILE), "images:\n" + String.join("", images));
        return BuiltPlatform.of(values, environment);
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(UTF_8)).value();
    }

    private void copy(Path from) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, values.resolve(file.getFileName()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
