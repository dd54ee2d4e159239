package dev.chartwright.assemble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Makes the umbrella chart of an environment from the files that its templates made. */
public final class ChartAssembler {
    private final ValueTypes types;

    /**
     * Reads the types of values.
     *
     * @param schemaFolder folder that holds {@code values.types.json}
     */
    public ChartAssembler(Path schemaFolder) {
        this.types = ValueTypes.read(schemaFolder);
    }

    /**
     * Puts every file into its chart and adds what templates do not make.
     *
     * @param platform the environment
     * @param files rendered files, paths relative to the umbrella chart
     * @return the umbrella chart, its subcharts in the order of its dependencies
     * @throws ProblemsException with every fault of the files
     */
    public Chart assemble(Platform platform, List<ChartFile> files) {
        RenderedFiles rendered = new RenderedFiles(platform, files);
        List<Problem> problems = new ArrayList<>(rendered.problems());
        KnobReader reader = new KnobReader(types, problems);
        List<SubchartParts> parts = platform.components().stream()
                .map(component -> parts(component, platform, rendered, reader))
                .toList();
        List<ChartFile> own = rendered.umbrella();
        String ownValues = RenderedFiles.values(own);
        List<Knob> ownKnobs = reader.read(ownValues, platform.environment().chartName() + "/values.yaml");
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        List<Chart> subcharts =
                parts.stream().map(part -> subchart(platform, part)).toList();
        return umbrella(platform, parts, new UmbrellaParts(own, ownValues, ownKnobs), subcharts);
    }

    private SubchartParts parts(Component component, Platform platform, RenderedFiles rendered, KnobReader reader) {
        List<ChartFile> files = rendered.subchart(component);
        String values = RenderedFiles.values(files);
        String file = platform.environment().chartName() + "/charts/" + component.name() + "/values.yaml";
        return new SubchartParts(
                component, files, values, reader.read(values, file), SecretInputs.of(component, platform));
    }

    private Chart subchart(Platform platform, SubchartParts parts) {
        Component component = parts.component();
        List<ChartFile> made = List.of(
                new ChartFile("Chart.yaml", ChartYaml.subchart(platform, component)),
                new ChartFile("README.md", SubchartReadme.write(platform, parts)),
                new ChartFile("values.schema.json", new ValuesSchema(types).subchart(parts)),
                new ChartFile("values.yaml", ValuesYaml.subchart(parts)));
        return new Chart(
                component.name(), platform.environment().chart().version(), merged(parts.files(), made), List.of());
    }

    private Chart umbrella(
            Platform platform, List<SubchartParts> parts, UmbrellaParts umbrella, List<Chart> subcharts) {
        List<ChartFile> made = List.of(
                new ChartFile("Chart.lock", ChartLock.write(platform)),
                new ChartFile("Chart.yaml", ChartYaml.umbrella(platform)),
                new ChartFile("README.md", UmbrellaReadme.write(platform, parts, umbrella.knobs())),
                new ChartFile("values.schema.json", new ValuesSchema(types).umbrella(umbrella.knobs(), parts)),
                new ChartFile("values.yaml", ValuesYaml.umbrella(umbrella.values(), parts)));
        return new Chart(
                platform.environment().chartName(),
                platform.environment().chart().version(),
                merged(umbrella.files(), made),
                subcharts);
    }

    private static List<ChartFile> merged(List<ChartFile> rendered, List<ChartFile> made) {
        Stream<ChartFile> kept = rendered.stream().filter(file -> !file.path().equals("values.yaml"));
        return Stream.concat(kept, made.stream()).sorted().toList();
    }

    private record UmbrellaParts(List<ChartFile> files, String values, List<Knob> knobs) {}
}
