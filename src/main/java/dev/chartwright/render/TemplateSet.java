package dev.chartwright.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * The templates of a folder, every one of them checked.
 *
 * @param outputs templates that make files, and the pattern of their paths
 * @param partials templates that are used by others, by name
 */
record TemplateSet(Map<Template, PathPattern> outputs, Map<String, Template> partials) {
    /** Reads and checks a folder for the type at the root of every scope. */
    static TemplateSet load(Path folder, Class<?> root) {
        List<Problem> problems = new ArrayList<>();
        List<TemplateFile> files = new TemplateFolder(folder, problems).read();
        TemplateSet set = new TemplateSet(new LinkedHashMap<>(), new TreeMap<>());
        for (TemplateFile file : files) {
            set.add(new Scanner(file, problems).scan());
        }
        set.check(Shape.of(root), problems);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return set;
    }

    private void add(Template template) {
        if (template.file().isPartial()) {
            partials.put(template.file().partialName(), template);
        } else {
            outputs.put(template, PathPattern.of(template.file()));
        }
    }

    private void check(Shape root, List<Problem> problems) {
        PartialChecker circles = new PartialChecker(partials, problems);
        circles.check(outputs.keySet());
        circles.check(partials.values());
        NameChecker names = new NameChecker(partials);
        outputs.forEach(
                (template, path) -> path.check(root, problems::add).ifPresent(scopes -> names.check(template, scopes)));
        problems.addAll(names.problems());
    }

    /** Every tag by its id. */
    Map<String, Tag> tags() {
        Map<String, Tag> tags = new LinkedHashMap<>();
        outputs.keySet().forEach(template -> template.tags().forEach(tag -> tags.putIfAbsent(tag.id(), tag)));
        partials.values().forEach(template -> template.tags().forEach(tag -> tags.putIfAbsent(tag.id(), tag)));
        return tags;
    }
}
