package dev.chartwright.crds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.chartwright.chart.Digest;

/**
 * A small schema folder with a lock of two definitions, and a mirror that holds them.
 *
 * @param root where both are
 */
record LockedFolder(Path root) {
    static final String LAMPS = "---\napiVersion: v1\nmetadata:\n  name: lamps.example.com\n";
    static final String FANS = "---\napiVersion: v1\nmetadata:\n  name: fans.example.com\n";

    static LockedFolder in(Path folder) throws IOException {
        LockedFolder made = new LockedFolder(folder);
        Files.createDirectories(made.schema());
        Files.createDirectories(made.mirror().resolve("house-1.0.0"));
        Files.copy(Path.of("schema/crds.lock.schema.json"), made.schema().resolve("crds.lock.schema.json"));
        Files.writeString(
                made.schema().resolve("crds.lock.yaml"), "crds:\n" + entry("lamps", LAMPS) + entry("fans", FANS));
        Files.writeString(made.mirrored("lamps"), LAMPS);
        Files.writeString(made.mirrored("fans"), FANS);
        return made;
    }

    Path schema() {
        return root.resolve("schema");
    }

    Path mirror() {
        return root.resolve("mirror");
    }

    /** A file of the mirror. */
    Path mirrored(String plural) {
        return mirror().resolve("house-1.0.0/" + plural + ".yaml");
    }

    /** A file that was fetched. */
    Path pulled(String plural) {
        return schema().resolve("crds/" + plural + ".example.com.yaml");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(String plural, String text) {
        return """
                  "%s.example.com":
                    part: redis
                    version: "1.0.0"
                    licence: MIT
                    url: https://example.com/%s.yaml
                    mirror: house-1.0.0/%s.yaml
                    sha256: "%s"
                """.formatted(plural, plural, plural, Digest.of(bytes(text)).hex())
                .indent(2);
    }
}
