package dev.chartwright.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Blocks of Helm's actions that are never ended, and ends of none: Go names the end of the file alone. */
final class UnevenBlocks {
    private static final Pattern ACTION =
            Pattern.compile("\\{\\{-?\\s*(if|with|range|define|block|end)\\b.*?\\}\\}", Pattern.DOTALL);
    private static final Pattern UNEVEN = Pattern.compile("unexpected (EOF|<define>|\\{\\{end\\}\\})");

    private UnevenBlocks() {}

    /** What Helm refused, at the block; empty where it refused something else. */
    static Optional<Problem> tell(Problem refusal, TracedChart traced) {
        Matcher place = RefusedLine.PLACE.matcher(refusal.what());
        if (!UNEVEN.matcher(refusal.what()).find() || !place.find()) {
            return Optional.empty();
        }
        return traced.chart().allFiles().stream()
                .filter(file -> file.path().equals(place.group(2)))
                .flatMap(file -> uneven(file).map(action -> problem(file, action, traced)))
                .findFirst();
    }

    /** The innermost block without an end, or the first end without a block. */
    private static Stream<MatchResult> uneven(ChartFile file) {
        Deque<MatchResult> open = new ArrayDeque<>();
        for (MatchResult action : ACTION.matcher(file.content()).results().toList()) {
            if (!action.group(1).equals("end")) {
                open.push(action);
            } else if (open.isEmpty()) {
                return Stream.of(action);
            } else {
                open.pop();
            }
        }
        return open.stream().limit(1);
    }

    private static Problem problem(ChartFile file, MatchResult action, TracedChart traced) {
        int line = (int) file.content()
                        .substring(0, action.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        Location place = traced.files()
                .line(file.path(), line)
                .map(template -> new Location(template.file(), template.line(), 0, 0))
                .orElse(new Location(file.path(), line, 0, 0));
        boolean end = action.group(1).equals("end");
        return new Problem(
                place,
                "unclosed-block",
                Quote.of(action.group()) + (end ? " ends nothing" : " has no `{{ end }}`"),
                "Helm reads a template only when each `if`, `with`, `range` and `define` in it is ended",
                end ? "remove it, or write what it ends" : "write `{{- end }}` where it ends");
    }
}
