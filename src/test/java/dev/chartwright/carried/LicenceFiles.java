package dev.chartwright.carried;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files that hold the text of a licence, or what else must go with a copy. */
final class LicenceFiles {
    private static final Pattern NAME = Pattern.compile(
            "(.*-)?(AL2\\.0|LGPL2\\.1|((UN)?LICEN[SC]E|COPYING|NOTICE)(_list|[.-](BSD|ISC|MIT|MPL.*|libyaml|md|txt))?)",
            Pattern.CASE_INSENSITIVE);
    /** What is in them goes into no library. */
    private static final Set<String> ASIDE = Set.of("testdata", "cmd", "docs", ".github", ".tool");

    private LicenceFiles() {}

    static List<String> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isOne(root.relativize(file)))
                    .sorted()
                    .map(LicenceFiles::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOne(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches()
                && StreamSupport.stream(file.spliterator(), false)
                        .map(Path::toString)
                        .noneMatch(ASIDE::contains);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
