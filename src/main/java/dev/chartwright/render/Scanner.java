package dev.chartwright.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Cuts one template into text and tags, and knows what surrounds each tag. */
final class Scanner {
    private final TemplateFile file;
    private final List<Problem> problems;
    private final TagReader reader;
    private final Surroundings surroundings;
    private final SectionStack sections;
    private List<Piece> pieces = List.of();
    private final Set<Integer> open = new HashSet<>();
    private boolean whole = true;
    private int actionRow;
    private Optional<Location> reopened = Optional.empty();

    Scanner(TemplateFile file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.reader = new TagReader(file, problems);
        this.surroundings = new Surroundings(file.isYaml());
        this.sections = new SectionStack(problems);
    }

    Template scan() {
        List<List<Piece>> lines = new ArrayList<>();
        for (int row = 0; row < file.lines().size(); row++) {
            lines.add(scanLine(row));
        }
        sections.finish();
        if (reopened.isPresent()) {
            tellOpen(reopened.get(), "`{{` opens here, and again before it is closed", "close it with `}}`");
        } else if (!surroundings.isClean()) {
            tellOpen(
                    new Location(file.label(), lastOpening() + 1, 0, 0),
                    "a quoted scalar, a flow collection or `{{ }}` that opens here is still open where the file ends",
                    "close the quote, the bracket or the `{{ }}`");
        }
        return new Template(file, lines, open, whole && sections.isNested());
    }

    private void tellOpen(Location opened, String what, String fix) {
        problems.removeIf(follows(opened));
        problems.add(new Problem(opened, "open-end", what, "what follows it would be read as its text", fix));
    }

    /** The row from which every line leaves something open. */
    private int lastOpening() {
        int row = file.lines().size() - 1;
        while (open.contains(row - 1)) {
            row--;
        }
        return row;
    }

    /** Sections seem to cross what was never closed. */
    private static Predicate<Problem> follows(Location opened) {
        return problem -> problem.code().equals(SectionStack.CROSSING)
                && problem.location().file().equals(opened.file())
                && problem.location().line() > opened.line();
    }

    private List<Piece> scanLine(int row) {
        String line = file.lines().get(row);
        pieces = new ArrayList<>();
        surroundings.startLine(line);
        int at = 0;
        while (at < line.length()) {
            at = line.startsWith(TagReader.OPEN, at) ? tag(row, at) : text(line, at, row);
        }
        surroundings.endLine(line);
        if (!surroundings.isClean()) {
            open.add(row);
        }
        pieces.replaceAll(piece -> piece instanceof Tag tag ? tag.at(surroundings.corrected(tag)) : piece);
        checkPlaces(line);
        return pieces;
    }

    private int text(String line, int at, int row) {
        int from = at;
        int next = at;
        while (next < line.length() && !line.startsWith(TagReader.OPEN, next)) {
            if (reopened.isEmpty() && surroundings.reopens(line, next)) {
                reopened = Optional.of(new Location(file.label(), actionRow + 1, 0, 0));
            }
            boolean outside = !surroundings.isInAction();
            next += surroundings.accept(line, next);
            actionRow = outside && surroundings.isInAction() ? row : actionRow;
        }
        pieces.add(new Piece.Text(line.substring(from, next)));
        return next;
    }

    private int tag(int row, int at) {
        Optional<Integer> end = reader.end(row, at);
        if (end.isEmpty()) {
            whole = false;
            return at + TagReader.OPEN.length(); // its quote may close on this line
        }
        Optional<Tag> tag = reader.read(row, at, end.get(), surroundings.spot());
        whole &= tag.isPresent();
        tag.ifPresent(this::accept);
        return end.get();
    }

    private void accept(Tag tag) {
        if (tag.opens()) {
            sections.open(tag, surroundings);
        }
        if (tag.kind() == Tag.Kind.VALUE) {
            surroundings.printed();
        }
        pieces.add(tag.kind() == Tag.Kind.CLOSE ? sections.close(tag, surroundings) : tag);
    }

    private void checkPlaces(String line) {
        for (Piece piece : pieces) {
            if (piece instanceof Tag tag) {
                checkComment(tag);
                checkPartial(tag, line);
            }
        }
    }

    private void checkComment(Tag tag) {
        if (tag.spot() == Spot.COMMENT) {
            problems.add(new Problem(
                    tag.location(),
                    "tag-in-comment",
                    Quote.of(tag.written()) + " stands in a comment",
                    "text in a comment could end it, and nobody reads it there",
                    "remove the tag, or use `<%! … %>` for a comment that stays out of the chart"));
        }
    }

    private void checkPartial(Tag tag, String line) {
        if (tag.kind() != Tag.Kind.PARTIAL || tag.spot() == Spot.COMMENT) {
            return;
        }
        boolean alone = pieces.stream().allMatch(piece -> piece == tag || isSpaces(piece));
        boolean outside = tag.spot() == Spot.BARE || tag.spot() == Spot.PLAIN_FILE;
        if (!alone || !outside || line.indexOf('\t') >= 0) {
            problems.add(new Problem(
                    tag.location(),
                    "partial-not-alone",
                    Quote.of(tag.written()) + (alone ? " stands " + tag.spot().words() : " shares its line"),
                    "a partial stands alone on a line of YAML; the spaces before it indent each of its lines",
                    "give it a line of its own, indented by spaces"));
        }
    }

    private static boolean isSpaces(Piece piece) {
        return piece instanceof Piece.Text text && text.text().isBlank();
    }
}
