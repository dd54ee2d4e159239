package dev.chartwright.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.github.mustachejava.Mustache;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;

/** Renders checked templates for values of one root type. */
final class Engine {
    private record Compiled(String label, PathPattern path, Mustache mustache) {}

    private record Made(String label, String content) {}

    private final TemplateSet set;
    private final Shape root;
    private final List<Compiled> templates = new ArrayList<>();

    private Engine(TemplateSet set, Shape root, Library library) {
        this.set = set;
        this.root = root;
        set.outputs()
                .forEach((template, path) ->
                        templates.add(new Compiled(template.file().label(), path, library.compile(template))));
    }

    /** Reads, checks and compiles a folder of templates. */
    static Engine load(Path folder, Class<?> root) {
        TemplateSet set = TemplateSet.load(folder, root);
        return new Engine(set, Shape.of(root), new Library(set));
    }

    /** The files of the chart, each line of a manifest with a mark that tells where it comes from. */
    TracedFiles trace(Object value) {
        Tracer tracer = new Tracer(set);
        Map<String, Made> made = new Engine(set, root, new Library(set, tracer))
                .make(value, template -> !template.path().isBeside());
        Map<String, String> templates = new TreeMap<>();
        made.forEach((path, file) -> templates.put(path, file.label()));
        return new TracedFiles(files(made), tracer.lines(), templates);
    }

    /** The files of the chart that the templates make of a value of the root type, sorted by path. */
    List<ChartFile> render(Object value) {
        return files(make(value, template -> !template.path().isBeside()));
    }

    /** The files beside the chart's package, sorted by path. */
    List<ChartFile> renderBeside(Object value) {
        return files(make(value, template -> template.path().isBeside())).stream()
                .map(file -> file.withPath(file.path().substring(PathPattern.OUTSIDE.length())))
                .toList();
    }

    private static List<ChartFile> files(Map<String, Made> made) {
        return made.entrySet().stream()
                .map(file -> new ChartFile(file.getKey(), file.getValue().content()))
                .toList();
    }

    private Map<String, Made> make(Object value, Predicate<Compiled> wanted) {
        Map<String, Made> files = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        Scope scope = Scope.root(root, value);
        for (Compiled template : templates.stream().filter(wanted).toList()) {
            for (PathPattern.Output output : template.path().expand(scope)) {
                render(template, output, files, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return files;
    }

    private static void render(
            Compiled template, PathPattern.Output output, Map<String, Made> files, List<Problem> problems) {
        String text = Library.render(template.mustache(), output.scopes());
        if (text.isBlank()) {
            return;
        }
        Made before = files.put(output.path(), new Made(template.label(), text.stripTrailing() + "\n"));
        if (before != null) {
            problems.add(new Problem(
                    Location.ofFile(template.label()),
                    "duplicate-output",
                    "two templates make " + Quote.of(output.path()),
                    "a chart holds one file of a path; the other is made by " + before.label(),
                    "rename one template, or the element it is named after"));
        }
    }
}
