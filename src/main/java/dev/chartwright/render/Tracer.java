package dev.chartwright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.github.mustachejava.Binding;
import dev.chartwright.chart.TemplateLine;

/** Numbers the template lines of one rendering, and knows what each was rendered for. */
final class Tracer {
    private static final String PREFIX = "trace:";

    private final List<Template> templates;
    private final List<TemplateLine> lines = new ArrayList<>();

    Tracer(TemplateSet set) {
        templates = new ArrayList<>(set.outputs().keySet());
        templates.addAll(set.partials().values());
    }

    List<TemplateLine> lines() {
        return lines;
    }

    /** What a rewritten template ends a line with. */
    static String tag(Template template, int row) {
        return "<%" + PREFIX + template.file().index() + ":" + row + "%>";
    }

    /** Gives the mark of a line; empty for names of other tags. */
    Optional<Binding> binding(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int colon = name.lastIndexOf(':');
        int index = Integer.parseInt(name.substring(PREFIX.length(), colon));
        int row = Integer.parseInt(name.substring(colon + 1));
        return templates.stream()
                .filter(template -> template.file().index() == index)
                .findFirst()
                .map(template -> scopes -> mark(template, row, scopes));
    }

    private String mark(Template template, int row, List<?> scopes) {
        TemplateFile file = template.file();
        lines.add(new TemplateLine(file.label(), row + 1, file.lines().get(row), pointer(template, row, scopes)));
        return TemplateLine.mark(lines.size() - 1);
    }

    /** Of the last value that the line prints, else of the innermost scope. */
    private static String pointer(Template template, int row, List<?> scopes) {
        return template.lines().get(row).stream()
                .filter(piece -> piece instanceof Tag tag && tag.kind() == Tag.Kind.VALUE)
                .reduce((first, second) -> second)
                .flatMap(piece -> Name.parse(((Tag) piece).name()).read(scopes))
                .orElseGet(() -> (Scope) scopes.get(scopes.size() - 1))
                .pointer();
    }
}
