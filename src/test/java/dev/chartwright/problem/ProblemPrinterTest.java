package dev.chartwright.problem;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemPrinterTest {
    @Test
    void printsPlaceWhatWhyFixAndTheUnderlinedToken() {
        String line = "    replica: 3";

        assertThat(print(line, new Location("values/prod.yaml", 1, 5, 7))).isEqualTo("""
                        values/prod.yaml:1:5: error: what [some-code]
                            why: why
                            fix: fix

                         1 |     replica: 3
                           |     ^^^^^^^

                        1 problem
                        """);
    }

    @Test
    void underlinesBehindTabsAndWideLetters() {
        assertThat(print("\t이름: x", new Location("f", 1, 6, 1))).contains(" 1 | \t이름: x\n   | \t      ^\n");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(print("text", Location.ofFile("f")))
                .isEqualTo("f: error: what [some-code]\n    why: why\n    fix: fix\n\n1 problem\n");
        assertThat(print("text", new Location("f", 1, 0, 0)))
                .contains("f:1: error:")
                .doesNotContain("^");
    }

    @Test
    void sortsProblemsAndTellsEachOnce() {
        Problem late = new Problem(new Location("f", 9, 1, 1), "a", "late", "why", "fix");
        Problem early = new Problem(new Location("f", 2, 1, 1), "z", "early", "why", "fix");

        String printed = new ProblemPrinter(file -> List.of()).print(List.of(late, early, late));

        assertThat(printed).containsSubsequence("early", "late").endsWith("2 problems\n");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        Problem problem = new Problem(Location.ofFile("f"), "c", "a \u001b[31m b\nc", "why", "fix");

        assertThat(new ProblemPrinter(file -> List.of()).print(List.of(problem)))
                .startsWith("f: error: a \\u001b[31m b\\nc [c]\n");
    }

    @Test
    void hidesALoginInAnAddress() {
        assertThat(print("URL: https://me:s3cret@host/path", new Location("f", 1, 6, 27)))
                .contains(" 1 | URL: https://*********@host/path\n")
                .contains("   |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
    }

    @Test
    void cutsALongLineAroundTheToken() {
        String line = "a".repeat(400) + "token" + "b".repeat(400);

        assertThat(print(line, new Location("f", 1, 401, 5)).lines().toList())
                .contains(
                        " 1 | …" + "a".repeat(59) + "token" + "b".repeat(94) + "…", "   | " + " ".repeat(60) + "^^^^^");
        assertThat(print(line, new Location("f", 1, 1, 800))).contains(" 1 | " + "a".repeat(159) + "…\n");
        assertThat(print(line, new Location("f", 1, 805, 1))).contains("b\n").contains(" 1 | …b");
    }

    @Test
    void showsTheFirstOfVeryManyAndTheirCount() {
        String printed = new ProblemPrinter(file -> List.of()).print(many());

        assertThat(printed.lines().filter(line -> line.contains(": error: "))).hasSize(200);
        assertThat(printed).endsWith("\n… and 99800 more, not shown\n100000 problems\n");
    }

    /** A line of megabytes, looked at once for each of its problems, would take minutes. */
    @Test
    void readsAFileOnceForAllItsProblems() {
        AtomicInteger reads = new AtomicInteger();
        List<String> lines = List.of("key: 1, ".repeat(100_000));
        ProblemPrinter printer = new ProblemPrinter(file -> {
            reads.incrementAndGet();
            return lines;
        });

        assertThat(printer.print(many())).contains("| ^");
        assertThat(reads).hasValue(1);
    }

    private static List<Problem> many() {
        return IntStream.rangeClosed(1, 100_000)
                .mapToObj(column -> new Problem(new Location("f", 1, column, 1), "c", "what", "why", "fix"))
                .toList();
    }

    private static String print(String line, Location location) {
        Problem problem = new Problem(location, "some-code", "what", "why", "fix");
        return new ProblemPrinter(file -> List.of(line)).print(List.of(problem));
    }
}
