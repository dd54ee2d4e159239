package dev.chartwright;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.provenance.TestKey;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes to the files of a platform, as {@code edits.yaml} lists them.
 *
 * <p>Each names a {@code file} and one thing to do with it:
 *
 * <ul>
 *   <li>{@code replace} the first occurrence of a text {@code with} another; {@code everywhere: true} replaces all;
 *   <li>make it with a {@code text}, in {@link ByteNotation};
 *   <li>{@code rename} it to a path;
 *   <li>{@code remove: true}, a folder with all in it too;
 *   <li>make it a symbolic {@code link} to a path;
 *   <li>make it a {@code copy} of another file or folder;
 *   <li>make it a {@code package}: paths in a tar archive, and the text of each;
 *   <li>make it a folder with {@code secret.gpg} and {@code public.gpg}, a new {@code key} of a user.
 * </ul>
 */
final class PlatformEdits {
    private final Path folder;

    PlatformEdits(Path folder) {
        this.folder = folder;
    }

    /** Lays a valid platform of the repository into the folder; the small one has one environment, `stage`. */
    void lay(String platform) throws IOException {
        copy(BuiltPlatform.TEMPLATES, folder.resolve("templates"));
        Path values = Files.createDirectories(folder.resolve("values"));
        switch (platform) {
            case "codedang" -> copy(BuiltPlatform.CODEDANG, values);
            case "small" -> {
                Files.copy(ProblemGoldens.CASES.resolve("base.yaml"), values.resolve("base.yaml"));
                Files.writeString(values.resolve("stage.yaml"), "");
            }
            default -> copy(BuiltPlatform.BOOKSHOP, values);
        }
    }

    /** Lays the schemas of the repository into the folder. */
    void laySchema() throws IOException {
        copy(BuiltPlatform.SCHEMA, folder.resolve("schema"));
    }

    /** Makes the changes in their order. */
    void apply(JsonNode edits) throws IOException {
        for (JsonNode edit : edits) {
            apply(folder.resolve(edit.path("file").asString()), edit);
        }
    }

    private void apply(Path file, JsonNode edit) throws IOException {
        Files.createDirectories(file.getParent());
        if (edit.has("text")) {
            Files.write(file, ByteNotation.bytes(edit.path("text").asString()));
        } else if (edit.has("rename")) {
            Path renamed = folder.resolve(edit.path("rename").asString());
            Files.createDirectories(renamed.getParent());
            Files.move(file, renamed);
        } else if (edit.has("remove")) {
            remove(file);
        } else if (edit.has("link")) {
            Files.createSymbolicLink(file, Path.of(edit.path("link").asString()));
        } else if (edit.has("copy")) {
            copy(folder.resolve(edit.path("copy").asString()), file);
        } else if (edit.has("package")) {
            pack(file, edit.path("package"));
        } else if (edit.has("key")) {
            key(Files.createDirectory(file), edit.path("key").asString());
        } else {
            replace(file, edit);
        }
    }

    private static void replace(Path file, JsonNode edit) throws IOException {
        String before = Pattern.quote(edit.path("replace").asString());
        String after = Matcher.quoteReplacement(edit.path("with").asString());
        String text = Files.readString(file);
        assertThat(text).containsPattern(before);
        boolean everywhere = edit.path("everywhere").asBoolean(false);
        String whole = everywhere ? text.replaceAll(before, after) : text.replaceFirst(before, after);
        Files.write(file, ByteNotation.bytes(whole));
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.delete(file);
            }
        }
    }

    private static void pack(Path file, JsonNode texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Map.Entry<String, JsonNode> text : texts.properties()) {
                byte[] content = text.getValue().asString().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(text.getKey(), true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
    }

    private static void key(Path file, String user) throws IOException {
        TestKey key = TestKey.rsa(user, "");
        key.secret(file.resolve("secret.gpg"));
        key.publicKey(file.resolve("public.gpg"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
