package dev.chartwright.validate;

import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;

/**
 * The part of the values that a template line was rendered for, as far as it is written somewhere.
 *
 * @param origins where the values were written
 * @param pointer its JSON pointer; empty for the whole
 */
record WrittenPart(Origins origins, String pointer) {
    /** Templates also name lists that the model makes of others; an element of one is found by its key beside it. */
    static WrittenPart of(Origins origins, String pointer) {
        String written = ancestor(origins, pointer);
        String[] rest = pointer.substring(written.length()).split("/");
        List<String> beside = rest.length < 3 ? List.of() : beside(origins, written, rest[2]);
        return new WrittenPart(origins, beside.size() == 1 ? beside.get(0) : written);
    }

    private static String ancestor(Origins origins, String pointer) {
        String at = pointer;
        while (!at.isEmpty()
                && !origins.keys().containsKey(at)
                && !origins.values().containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at;
    }

    private static List<String> beside(Origins origins, String parent, String key) {
        return origins.keys().keySet().stream()
                .filter(at -> at.startsWith(parent + "/") && at.endsWith("/" + key))
                .filter(at -> at.indexOf('/', parent.length() + 1) == at.length() - key.length() - 1)
                .toList();
    }

    /** Keys with dots between them. */
    String key() {
        return pointer.isEmpty()
                ? ""
                : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    Location place() {
        return origins.key(pointer);
    }
}
