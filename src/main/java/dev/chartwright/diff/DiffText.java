package dev.chartwright.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.problem.Quote;
import dev.chartwright.yaml.PrettyJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Differences as people and machines read them.
 *
 * @param left name of one side
 * @param right name of the other
 * @param differences what differs
 */
public record DiffText(String left, String right, List<Difference> differences) {
    private static final String NOTHING = "-";

    /**
     * For a terminal.
     *
     * @param colours whether it shows picocli's style marks
     */
    public String text(boolean colours) {
        StringBuilder text = new StringBuilder(left + " → " + right + "\n");
        grouped().forEach((component, group) -> {
            text.append('\n')
                    .append(colours ? "@|bold " + component + "|@" : component)
                    .append('\n');
            int width = group.stream()
                    .mapToInt(difference -> path(difference).length())
                    .max()
                    .orElse(0);
            group.forEach(difference -> text.append(line(difference, width, colours)));
        });
        return text.append(differences.isEmpty() ? "\nno difference\n" : "").toString();
    }

    private static String line(Difference difference, int width, boolean colours) {
        String path = path(difference) + " ".repeat(width - path(difference).length());
        String before = shown(difference.left());
        String after = shown(difference.right());
        String values =
                colours ? "@|red " + marked(before) + "|@ → @|green " + marked(after) + "|@" : before + " → " + after;
        return ("  " + path + (width > 0 ? "  " : "") + values).stripTrailing() + "\n";
    }

    /** Text that would else be read as a style mark. */
    private static String marked(String text) {
        return text.replace("@|", "@ |").replace("|@", "| @");
    }

    /** For the description of a pull request. */
    public String markdown() {
        StringBuilder text = new StringBuilder("### " + left + " → " + right + "\n");
        grouped().forEach((component, group) -> {
            text.append("\n**")
                    .append(component)
                    .append("**\n\n| what | ")
                    .append(left)
                    .append(" | ")
                    .append(right)
                    .append(" |\n|---|---|---|\n");
            group.forEach(difference -> text.append("| ")
                    .append(cell(path(difference)))
                    .append(" | ")
                    .append(cell(shown(difference.left())))
                    .append(" | ")
                    .append(cell(shown(difference.right())))
                    .append(" |\n"));
        });
        return text.append(differences.isEmpty() ? "\nNo difference.\n" : "").toString();
    }

    private static String cell(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("`", "'").replace("|", "\\|") + "`";
    }

    /** For programs: a list of objects. */
    public String json() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        differences.forEach(difference -> list.addObject()
                .put("component", difference.component())
                .put("path", difference.path())
                .put("left", difference.left())
                .put("right", difference.right()));
        return PrettyJson.write(list);
    }

    private Map<String, List<Difference>> grouped() {
        return differences.stream()
                .collect(Collectors.groupingBy(
                        difference -> Quote.printable(difference.component()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String path(Difference difference) {
        return Quote.printable(difference.path());
    }

    /** An earlier package may come from anywhere, and a terminal obeys control characters. */
    private static String shown(String value) {
        return value.isEmpty() ? NOTHING : Quote.printable(value);
    }
}
