package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** The flat list of rendered files, by the chart each belongs to. */
final class RenderedFiles {
    private static final String CHARTS = "charts/";
    private static final Set<String> GENERATED = Set.of("Chart.yaml", "Chart.lock", "README.md", "values.schema.json");

    private final Platform platform;
    private final List<ChartFile> files;
    private final Set<String> names;

    RenderedFiles(Platform platform, List<ChartFile> files) {
        this.platform = platform;
        this.files = files;
        this.names = platform.components().stream().map(Component::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Files of the umbrella itself. */
    List<ChartFile> umbrella() {
        return files.stream()
                .filter(file -> !file.path().startsWith(CHARTS))
                .sorted()
                .toList();
    }

    /** Files of a component, paths relative to its subchart. */
    List<ChartFile> subchart(Component component) {
        String prefix = CHARTS + component.name() + "/";
        return files.stream()
                .filter(file -> file.path().startsWith(prefix))
                .map(file -> file.withPath(file.path().substring(prefix.length())))
                .sorted()
                .toList();
    }

    /** Text of the values.yaml among a chart's files, empty when there is none. */
    static String values(List<ChartFile> files) {
        return files.stream()
                .filter(file -> file.path().equals("values.yaml"))
                .map(ChartFile::content)
                .findFirst()
                .orElse("");
    }

    /** Files without a chart, files that only assembling may make, and components without values. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (ChartFile file : files) {
            checkOwner(file, problems);
            checkGenerated(file, problems);
        }
        for (Component component : platform.components()) {
            checkValues(component, problems);
        }
        return problems;
    }

    private void checkOwner(ChartFile file, List<Problem> problems) {
        String path = file.path();
        if (path.startsWith(CHARTS) && !names.contains(owner(path))) {
            problems.add(new Problem(
                    place(path),
                    "stray-file",
                    "`" + path + "` belongs to `" + owner(path) + "`, which is no component of "
                            + platform.environment().name(),
                    "every folder in charts/ is a dependency of the umbrella; components are "
                            + String.join(", ", names),
                    "move the template to the folder of a component"));
        }
    }

    private void checkGenerated(ChartFile file, List<Problem> problems) {
        String path = file.path();
        String inside = path.startsWith(CHARTS)
                ? path.substring(CHARTS.length() + owner(path).length() + 1)
                : path;
        if (GENERATED.contains(inside)) {
            problems.add(new Problem(
                    place(path),
                    "generated-file",
                    "a template makes `" + path + "`, which is derived from the model",
                    "Chart.yaml, Chart.lock, README.md and values.schema.json have one source: the model and values.yaml",
                    "remove the template"));
        }
    }

    private void checkValues(Component component, List<Problem> problems) {
        if (subchart(component).stream().noneMatch(file -> file.path().equals("values.yaml"))) {
            String path = CHARTS + component.name() + "/values.yaml";
            problems.add(new Problem(
                    place(path),
                    "missing-values",
                    "no template makes `" + path + "`",
                    "every component is a subchart, and a subchart documents its knobs in values.yaml",
                    "add `values.yaml.mustache` to the folder of the component's templates"));
        }
    }

    private static String owner(String path) {
        int end = path.indexOf('/', CHARTS.length());
        return path.substring(CHARTS.length(), end < 0 ? path.length() : end);
    }

    private Location place(String path) {
        return Location.ofFile(platform.environment().chartName() + "/" + path);
    }
}
