package dev.chartwright.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/**
 * Whether this process can name the files that it is asked about.
 *
 * <p>Java spells file names as the locale says when it starts, and no program can change that later: under {@code
 * LC_ALL=C} a folder with an umlaut has no name, not even as the working folder.
 *
 * @param charset of names
 */
record NameSpelling(Charset charset) {
    private static final List<String> FOLDERS = List.of("user.dir", "user.home", "java.io.tmpdir");

    static NameSpelling ofThisProcess() {
        String name = System.getProperty("sun.jnu.encoding", "");
        return new NameSpelling(
                Charset.isSupported(name) && !name.isEmpty() ? Charset.forName(name) : StandardCharsets.UTF_8);
    }

    /** Why nothing can be done, and what to type; empty where every name can be spelt. */
    Optional<String> refusal(String... arguments) {
        return Stream.concat(FOLDERS.stream().map(System::getProperty), Arrays.stream(arguments))
                .filter(name -> !charset.newEncoder().canEncode(name))
                .findFirst()
                .map(name -> Quote.of(name) + " has letters that the locale cannot spell: names of files are read in "
                        + charset
                        + ", as LC_ALL, LC_CTYPE or LANG say\n    fix: put `LC_ALL=C.UTF-8` before the command");
    }
}
