package dev.chartwright;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

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
 *   <li>{@code replace} the first occurrence of a text {@code with} another;
 *   <li>make it with a {@code text}, in {@link ByteNotation};
 *   <li>{@code rename} it to a path;
 *   <li>{@code remove: true}, a folder with all in it too;
 *   <li>make it a symbolic {@code link} to a path;
 *   <li>make it a {@code copy} of another file or folder;
 *   <li>make it a {@code package}: paths in a tar archive, and the text of each.
 * </ul>
 */
final class PlatformEdits {
    private final Path folder;

    PlatformEdits(Path folder) {
        this.folder = folder;
    }

    /** Lays a valid platform of the repository into the folder. */
    void lay(String platform) throws IOException {
        copy(BuiltPlatform.TEMPLATES, folder.resolve("templates"));
        copy(platform.equals("codedang") ? BuiltPlatform.CODEDANG : BuiltPlatform.BOOKSHOP, folder.resolve("values"));
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
        } else {
            replace(file, edit.path("replace").asString(), edit.path("with").asString());
        }
    }

    private static void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        String whole = text.substring(0, at) + after + text.substring(at + before.length());
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
