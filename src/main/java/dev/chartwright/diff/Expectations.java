package dev.chartwright.diff;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.model.Entry;
import dev.chartwright.model.ExpectedDifferences;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Holds differences against those that are written down.
 *
 * @param expected what may differ
 * @param left where the values of the left environment were written
 * @param right where those of the right one were
 */
public record Expectations(ExpectedDifferences expected, Origins left, Origins right) {
    /** Differences that nobody expects, and expectations that nothing needs. */
    public List<Problem> check(List<Difference> differences) {
        Stream<Problem> unexpected = differences.stream()
                .filter(difference -> expected.allowed().stream().noneMatch(entry -> covers(entry, difference)))
                .map(this::unexpected);
        Stream<Problem> needless = expected.allowed().stream()
                .filter(entry -> differences.stream().noneMatch(difference -> covers(entry, difference)))
                .map(this::needless);
        return Stream.concat(unexpected, needless).toList();
    }

    /** A place covers what lies below it. */
    private static boolean covers(Entry entry, Difference difference) {
        String pattern = Stream.of(entry.name().split("\\."))
                .map(part -> part.equals("*") ? "[^.]+" : Pattern.quote(part))
                .reduce((parts, part) -> parts + "\\." + part)
                .orElse("");
        return Pattern.matches(pattern + "(?:\\..*)?", difference.place());
    }

    private Problem unexpected(Difference difference) {
        return new Problem(
                right.value(difference.pointer()),
                "unexpected-difference",
                "`" + expected.right() + "` differs from `" + expected.left() + "` in `" + difference.place() + "`: "
                        + words(difference.left()) + " there, " + words(difference.right()) + " here",
                "`environment.expectedDifferences` lists in what they may differ; the other one is written at "
                        + left.value(difference.pointer()),
                "make both the same in `values/base.yaml`, or allow `" + difference.place() + "` with a reason");
    }

    private static String words(String value) {
        return value.isEmpty() ? "nothing" : Quote.of(value);
    }

    private Problem needless(Entry entry) {
        return new Problem(
                right.key(Origins.pointer("environment", "expectedDifferences", "allowed", entry.name())),
                "needless-expectation",
                "`" + expected.left() + "` and `" + expected.right() + "` do not differ in `" + entry.name() + "`",
                "an expectation that nothing needs would hide the next difference",
                "remove the line");
    }
}
