package dev.chartwright.tar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an archive's entry as a path inside the chart. */
final class EntryPath {
    private static final Pattern DRIVE = Pattern.compile("^[a-zA-Z]:");
    private static final List<String> ELSEWHERE = List.of("", ".", "..");

    private EntryPath() {}

    /** The path without its first part, the chart's folder; nothing for a name that is none or leads elsewhere. */
    static Optional<String> inside(String name) {
        String path = name.replace('\\', '/').replaceFirst("/$", "");
        boolean strange = DRIVE.matcher(path).find() || path.codePoints().anyMatch(Character::isISOControl);
        if (strange || Arrays.stream(path.split("/", -1)).anyMatch(ELSEWHERE::contains)) {
            return Optional.empty();
        }
        return Optional.of(path.substring(path.indexOf('/') + 1));
    }
}
