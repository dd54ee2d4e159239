package dev.chartwright.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Reads single tags of one template file. */
final class TagReader {
    static final String OPEN = "<%";
    private static final String CLOSE = "%>";
    private static final String FORBIDDEN = "{&=%<$?*+@";
    private static final Pattern NAME = Pattern.compile("\\.|[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*");
    private static final Pattern PARTIAL = Pattern.compile("[A-Za-z0-9][\\w./-]*");

    private final TemplateFile file;
    private final List<Problem> problems;

    TagReader(TemplateFile file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Index behind the tag that begins here; empty when the line ends first. */
    Optional<Integer> end(int row, int at) {
        String line = file.lines().get(row);
        int end = line.indexOf(CLOSE, at + OPEN.length());
        int next = line.indexOf(OPEN, at + OPEN.length());
        boolean isComment = line.startsWith("!", at + OPEN.length());
        if (end < 0 || (next >= 0 && next < end && !isComment)) {
            problems.add(new Problem(
                    location(row, at, at + OPEN.length()),
                    "unclosed-tag",
                    "`<%` has no `%>` " + (end < 0 ? "on its line" : "before the next `<%`"),
                    "a tag stands on one line, so that messages can name its place",
                    "close it with `%>` on the same line"));
            return Optional.empty();
        }
        return Optional.of(end + CLOSE.length());
    }

    /** The tag between two indexes of a line; empty when it is none that templates may hold. */
    Optional<Tag> read(int row, int at, int end, Spot spot) {
        String line = file.lines().get(row);
        String body = line.substring(at + OPEN.length(), end - CLOSE.length());
        Location location = location(row, at, end);
        if (!body.isEmpty() && FORBIDDEN.indexOf(body.charAt(0)) >= 0) {
            forbid(location, line.substring(at, end), body.charAt(0));
            return Optional.empty();
        }
        Tag.Kind kind = kind(body);
        String name = body.substring(kind.sign().length()).strip();
        Pattern wanted = kind == Tag.Kind.PARTIAL ? PARTIAL : NAME;
        if (kind != Tag.Kind.COMMENT && !wanted.matcher(name).matches()) {
            problems.add(new Problem(
                    location,
                    "tag-name",
                    Quote.of(name) + " is not a name",
                    "a tag holds one name: letters, digits and dots between them",
                    "write one name, or `.` for the current element"));
            return Optional.empty();
        }
        String id = file.index() + ":" + location.line() + ":" + location.column();
        return Optional.of(new Tag(id, kind, name, location, at, spot));
    }

    private static Tag.Kind kind(String body) {
        for (Tag.Kind kind : Tag.Kind.values()) {
            if (kind != Tag.Kind.VALUE && body.startsWith(kind.sign())) {
                return kind;
            }
        }
        return Tag.Kind.VALUE;
    }

    private void forbid(Location location, String tag, char sign) {
        problems.add(new Problem(
                location,
                "forbidden-tag",
                Quote.of(tag) + " is a tag of the kind `" + sign + "`",
                "templates hold values, sections `#` `^` `/`, partials `>` and comments `!` alone",
                sign == '{' || sign == '&' ? "write the value between double quotes" : "remove it"));
    }

    private Location location(int row, int from, int to) {
        String line = file.lines().get(row);
        int column = line.codePointCount(0, from) + 1;
        return new Location(file.label(), row + 1, column, line.codePointCount(from, to));
    }
}
