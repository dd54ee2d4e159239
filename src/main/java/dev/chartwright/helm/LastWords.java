package dev.chartwright.helm;

import java.util.List;

/**
 * How Helm's process ended.
 *
 * @param code its exit code
 * @param errors the beginning of what it wrote to its standard error
 */
record LastWords(int code, String errors) {
    /** Of Go's runtime, the C library, Java, and threads whose stack finds no room. */
    private static final List<String> OF_MEMORY =
            List.of("out of memory", "cannot allocate memory", "OutOfMemoryError", "create new OS thread");

    boolean tellOfMemory() {
        return OF_MEMORY.stream().anyMatch(errors::contains);
    }

    String first() {
        return errors.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse("it ended with code " + code);
    }
}
