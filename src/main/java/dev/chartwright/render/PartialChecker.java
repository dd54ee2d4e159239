package dev.chartwright.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Checks that every partial that is used exists and leads to no circle. */
final class PartialChecker {
    private final Map<String, Template> partials;
    private final List<Problem> problems;

    PartialChecker(Map<String, Template> partials, List<Problem> problems) {
        this.partials = partials;
        this.problems = problems;
    }

    void check(Collection<Template> templates) {
        templates.forEach(template -> uses(template).forEach(this::checkExists));
        partials.forEach((name, partial) -> checkCircle(List.of(name), partial));
    }

    private static List<Tag> uses(Template template) {
        return template.tags().filter(tag -> tag.kind() == Tag.Kind.PARTIAL).toList();
    }

    private void checkExists(Tag tag) {
        if (!partials.containsKey(tag.name())) {
            String add = "add `partials/" + tag.name() + ".mustache`";
            String fix = partials.isEmpty() ? add : NearestNames.advice(tag.name(), partials.keySet()) + ", or " + add;
            problems.add(new Problem(
                    tag.location(),
                    "unknown-partial",
                    "there is no partial " + Quote.of(tag.name()),
                    "a partial is a file `partials/<name>.mustache` of the templates folder",
                    fix));
        }
    }

    /** Follows a path of partials; the tag that closes a circle is told once, where its circle begins. */
    private void checkCircle(List<String> path, Template partial) {
        for (Tag tag : uses(partial)) {
            Template used = partials.get(tag.name());
            if (tag.name().equals(path.get(0))) {
                circle(path, tag);
            } else if (used != null && !path.contains(tag.name())) {
                List<String> longer = new ArrayList<>(path);
                longer.add(tag.name());
                checkCircle(longer, used);
            }
        }
    }

    private void circle(List<String> path, Tag tag) {
        problems.add(new Problem(
                tag.location(),
                "recursive-partial",
                Quote.of(tag.written()) + " leads back to itself: " + String.join(", ", path),
                "a partial that uses itself would never end",
                "use a section to repeat, or move the shared lines to a partial of their own"));
    }
}
