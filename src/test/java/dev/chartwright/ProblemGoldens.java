package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemPrinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The folders of broken inputs, each named after the code of its problem, with what is printed about it. */
final class ProblemGoldens {
    static final Path CASES = Path.of("src/test/golden/problems");

    private ProblemGoldens() {}

    /** Folders that hold a file or folder of a name. */
    static Stream<String> cases(String name) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve(name)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** As people see it, with excerpts of the files as they are now. */
    static String print(List<Problem> problems) {
        return new ProblemPrinter(ProblemGoldens::lines).print(problems);
    }

    private static List<String> lines(String file) {
        try {
            return Path.of(file).toFile().isFile()
                    ? Files.readString(Path.of(file)).lines().toList()
                    : List.of();
        } catch (IOException notText) {
            return List.of();
        }
    }

    /** The code is among what is printed, and all of it is as expected; a second case of a code has a name behind `--`. */
    static void compare(String code, String printed) throws IOException {
        assertThat(printed).contains("[" + code.replaceFirst("--.*", "") + "]");
        Path expected = CASES.resolve(code).resolve("expected.txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(expected, printed);
            fail("wrote %s: review and commit", expected);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }
}
