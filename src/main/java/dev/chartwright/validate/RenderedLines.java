package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.chartwright.chart.TemplateLine;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;

/** Tells problems of rendered text at the template lines that made it, found by rendering a traced chart beside it. */
final class RenderedLines {
    /** Lines of context before and after. */
    private static final int AROUND = 2;

    private final Map<String, List<String>> plain;
    private final Map<String, List<String>> traced;
    private final List<TemplateLine> templates;
    private final Origins origins;
    private final Map<String, List<Optional<TemplateLine>>> aligned = new HashMap<>();

    /**
     * The renderings of one chart.
     *
     * @param plain lines of each document
     * @param traced the same with marks
     * @param templates template lines by the number of their mark
     * @param origins where the values were written
     */
    RenderedLines(
            Map<String, List<String>> plain,
            Map<String, List<String>> traced,
            List<TemplateLine> templates,
            Origins origins) {
        this.plain = plain;
        this.traced = traced;
        this.templates = templates;
        this.origins = origins;
    }

    /** The problems at their templates; a line of a template that says the same for many is told once. */
    List<Problem> tell(List<Problem> problems) {
        Map<List<Object>, Problem> first = new LinkedHashMap<>();
        Map<List<Object>, List<String>> alike = new HashMap<>();
        for (Problem found : problems) {
            Problem problem = found.at(inside(found.location()));
            Problem told = tell(problem);
            List<Object> mistake = mistake(problem, told);
            if (first.putIfAbsent(mistake, told) != null) {
                told.rendering()
                        .ifPresent(rendering -> alike.computeIfAbsent(mistake, key -> new ArrayList<>())
                                .add(rendering.key()));
            }
        }
        return first.entrySet().stream()
                .map(entry -> with(entry.getValue(), alike.getOrDefault(entry.getKey(), List.of())))
                .sorted()
                .toList();
    }

    private static Problem with(Problem problem, List<String> alike) {
        String own = problem.rendering().map(Rendering::key).orElse("");
        List<String> others = alike.stream()
                .filter(key -> !key.equals(own))
                .distinct()
                .sorted()
                .toList();
        return problem.rendering()
                .map(rendering -> problem.madeBy(problem.location(), rendering.with(others)))
                .orElse(problem);
    }

    /** A line that prints nothing of the values makes one mistake, however often it is rendered. */
    private List<Object> mistake(Problem before, Problem told) {
        boolean fixed = at(before.location())
                .filter(line -> !line.text().contains("<%"))
                .isPresent();
        return fixed ? List.of(told.location(), told.code()) : List.of(told.location(), told.code(), told.what());
    }

    private Problem tell(Problem problem) {
        return at(problem.location())
                .map(line -> problem.madeBy(place(line, problem.location()), rendering(line, problem)))
                .orElse(problem);
    }

    /** What ends too early is told behind the last line, what lacks a key of its own at no line. */
    private Location inside(Location rendered) {
        List<String> lines = plain.getOrDefault(rendered.file(), List.of());
        if (lines.isEmpty() || rendered.line() > 0 && rendered.line() <= lines.size()) {
            return rendered;
        }
        return new Location(rendered.file(), rendered.line() == 0 ? firstOf(lines) : lines.size(), 0, 0);
    }

    private static int firstOf(List<String> lines) {
        int line = 0;
        while (line < lines.size() - 1
                && (lines.get(line).isBlank() || lines.get(line).startsWith("#"))) {
            line++;
        }
        return line + 1;
    }

    private Optional<TemplateLine> at(Location rendered) {
        if (rendered.line() == 0 || !plain.containsKey(rendered.file())) {
            return Optional.empty();
        }
        List<Optional<TemplateLine>> lines = aligned.computeIfAbsent(rendered.file(), this::align);
        return lines.get(rendered.line() - 1).or(() -> lastOf(lines.subList(0, rendered.line() - 1)));
    }

    /** What is told where the text ends has no mark below. */
    private static Optional<TemplateLine> lastOf(List<Optional<TemplateLine>> lines) {
        return lines.stream().flatMap(Optional::stream).reduce((first, second) -> second);
    }

    /** Lines of both renderings are the same but for marks, and for lines that hold nothing else. */
    private List<Optional<TemplateLine>> align(String file) {
        List<String> marked = traced.getOrDefault(file, List.of());
        List<Optional<TemplateLine>> marks = marks(marked);
        List<Optional<TemplateLine>> lines = new ArrayList<>();
        int at = 0;
        for (String line : plain.get(file)) {
            while (at < marked.size()
                    && !TemplateLine.withoutMarks(marked.get(at)).equals(line.stripTrailing())) {
                at++;
            }
            lines.add(at < marks.size() ? marks.get(at) : Optional.empty());
            at++;
        }
        return lines;
    }

    /** The first mark at or below each line: what `toYaml` and `include` print has none of its own. */
    private List<Optional<TemplateLine>> marks(List<String> marked) {
        List<Optional<TemplateLine>> marks = new ArrayList<>(Collections.nCopies(marked.size(), Optional.empty()));
        Optional<TemplateLine> below = Optional.empty();
        for (int at = marked.size() - 1; at >= 0; at--) {
            OptionalInt number = TemplateLine.number(marked.get(at));
            below = number.isPresent() ? Optional.of(templates.get(number.getAsInt())) : below;
            marks.set(at, below);
        }
        return marks;
    }

    /** The column is known where the template writes the same token. */
    private Location place(TemplateLine line, Location rendered) {
        String token = token(rendered);
        int at = token.isEmpty() ? -1 : line.text().indexOf(token);
        return at < 0
                ? new Location(line.file(), line.line(), 0, 0)
                : new Location(
                        line.file(),
                        line.line(),
                        line.text().codePointCount(0, at) + 1,
                        token.codePointCount(0, token.length()));
    }

    private String token(Location rendered) {
        String text = plain.get(rendered.file()).get(rendered.line() - 1);
        int length = text.codePointCount(0, text.length());
        if (rendered.column() == 0 || rendered.column() + rendered.length() - 1 > length) {
            return "";
        }
        int from = text.offsetByCodePoints(0, rendered.column() - 1);
        return text.substring(from, text.offsetByCodePoints(from, rendered.length()));
    }

    private Rendering rendering(TemplateLine line, Problem problem) {
        Rendering whole = rendering(line, problem.location());
        return PlainSecretPolicy.CHECKS.contains(problem.code()) ? whole.withoutExcerpt() : whole;
    }

    private Rendering rendering(TemplateLine line, Location rendered) {
        List<String> lines = plain.get(rendered.file());
        int from = Math.max(0, rendered.line() - 1 - AROUND);
        int to = Math.min(lines.size(), rendered.line() + AROUND);
        WrittenPart part = WrittenPart.of(origins, line.pointer());
        return new Rendering(
                rendered.file().replaceFirst(" \\(rendered.*", ""),
                rendered.line(),
                lines.subList(from, to).stream().map(TemporaryCharts::asWritten).toList(),
                from + 1,
                part.key(),
                part.place(),
                List.of());
    }
}
