package dev.chartwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import dev.chartwright.archive.OutputFolder;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.index.RepositoryIndex;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the output folder a Helm repository, for web servers that know nothing of registries. */
@Command(
        name = "index",
        description = "Writes index.yaml of the built umbrella charts, so that any web server is a Helm repository.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class IndexCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "",
            converter = BaseUrlConverter.class,
            description = "where the packages will be; without it, they lie beside the index")
    private String base = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "charts-out",
            description = "packed charts (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputFolder folder = new OutputFolder(out);
        String label = out.toString().replace('\\', '/');
        SortedMap<String, List<OutputFile>> built = read(folder);
        if (built.isEmpty()) {
            throw nothing(label);
        }
        OutputFile index = new RepositoryIndex(label, base).of(built);
        boolean changed = folder.write(index);
        spec.commandLine()
                .getOut()
                .println(label + "/" + index.path() + (changed ? " written" : " is the same as before"));
        return ExitCode.DONE;
    }

    private static SortedMap<String, List<OutputFile>> read(OutputFolder folder) {
        SortedMap<String, List<OutputFile>> built = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String environment : folder.environments()) {
            try {
                built.put(environment, folder.read(environment));
            } catch (ProblemsException found) {
                problems.addAll(found.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return built;
    }

    private static ProblemsException nothing(String label) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "not-built",
                "the folder holds no built environment",
                "the index lists packages that a build wrote",
                "run `mvn package`, or `java -jar target/chartwright.jar build`")));
    }
}
