package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;

/** Tells problems of the files of a chart at the templates that made them. */
final class TemplatePlaces {
    private final String prefix;
    private final TracedFiles traced;
    private final RenderedLines lines;

    /**
     * The files of one chart.
     *
     * @param chart its name, which stands before each path in a problem's place
     * @param files as they are
     * @param traced as they are with marks
     */
    TemplatePlaces(String chart, List<ChartFile> files, TracedFiles traced, Origins origins) {
        this.prefix = chart + "/";
        this.traced = traced;
        this.lines = new RenderedLines(texts(files), texts(traced.files()), traced.lines(), origins);
    }

    private Map<String, List<String>> texts(List<ChartFile> files) {
        Map<String, List<String>> texts = new HashMap<>();
        files.forEach(
                file -> texts.put(prefix + file.path(), file.content().lines().toList()));
        return texts;
    }

    /** The problems at their templates; what a template does wrong in every file it makes is told once. */
    List<Problem> tell(List<Problem> problems) {
        Map<List<Object>, Problem> files = new LinkedHashMap<>();
        List<Problem> others = new ArrayList<>();
        for (Problem problem : problems) {
            template(problem)
                    .ifPresentOrElse(
                            place -> files.putIfAbsent(List.of(place, problem.code()), at(problem, place)),
                            () -> others.add(problem));
        }
        return Stream.concat(files.values().stream(), lines.tell(others).stream())
                .sorted()
                .toList();
    }

    private static Problem at(Problem problem, Location place) {
        return new Problem(place, problem.code(), problem.what(), problem.why(), problem.fix());
    }

    /** The template of a file that is wrong as a whole. */
    private Optional<Location> template(Problem problem) {
        String file = problem.location().file();
        return problem.location().line() > 0 || !file.startsWith(prefix)
                ? Optional.empty()
                : template(file.substring(prefix.length())).map(Location::ofFile);
    }

    /** The folder where a template is missing is that of the others of its chart. */
    private Optional<String> template(String path) {
        Map<String, String> templates = traced.templates();
        if (templates.containsKey(path)) {
            return Optional.of(templates.get(path));
        }
        String chart = path.replaceFirst("^(charts/[^/]+/|).*", "$1");
        return templates.keySet().stream()
                .filter(other -> !chart.isEmpty() && other.startsWith(chart))
                .sorted()
                .findFirst()
                .map(other -> parent(templates.get(other), other.split("/").length - 2));
    }

    private static String parent(String template, int levels) {
        String folder = template;
        for (int level = 0; level < levels; level++) {
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        return folder + "/";
    }
}
