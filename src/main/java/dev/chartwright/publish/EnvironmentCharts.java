package dev.chartwright.publish;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.oci.InvalidReferenceException;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * Finds the charts among the files of a build.
 *
 * <p>The umbrella goes to {@code <path>/<umbrella>}, a subchart to {@code <path>/<umbrella>/<subchart>}: subcharts of
 * two environments may have one name and version, and differ.
 */
public final class EnvironmentCharts {
    private static final String PACKAGE = ".tgz";
    private static final String SIGNATURE = ".prov";
    private static final String BILL_OF_MATERIALS = ".cdx.json";
    private static final String SUBCHARTS = "subcharts/";

    private final String environment;
    private final List<OutputFile> files;

    /**
     * Looks at the files of one build.
     *
     * @param environment its name
     * @param files all that it wrote
     */
    public EnvironmentCharts(String environment, List<OutputFile> files) {
        this.environment = environment;
        this.files = files;
    }

    /** The umbrella, to stand below a path. */
    public PackedChart umbrella(Reference path) {
        OutputFile file = files(name -> !name.contains("/") && name.endsWith(PACKAGE)).stream()
                .findFirst()
                .orElseThrow(() -> new BugException("the build of `" + environment + "` holds no umbrella"));
        List<OutputFile> documents = files(name -> !name.contains("/") && name.endsWith(BILL_OF_MATERIALS));
        return chart(file, path, documents);
    }

    /** Each subchart by itself, to stand below its umbrella. */
    public List<PackedChart> subcharts(PackedChart umbrella) {
        return files(name -> name.startsWith(SUBCHARTS) && name.endsWith(PACKAGE)).stream()
                .map(file -> chart(file, umbrella.reference(), List.of()))
                .toList();
    }

    private PackedChart chart(OutputFile file, Reference parent, List<OutputFile> documents) {
        OpenedPackage opened = OpenedPackage.of(file, environment + "/" + file.path());
        HelmArtifact artifact = opened.artifact(signature(file));
        return new PackedChart(
                environment,
                reference(file, parent, opened.name(), artifact.tag()),
                !file.path().startsWith(SUBCHARTS),
                opened.asksForSecrets(),
                artifact,
                opened.created(),
                documents);
    }

    private Reference reference(OutputFile file, Reference parent, String name, String tag) {
        try {
            return parent.child(name).withTag(tag);
        } catch (InvalidReferenceException refused) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(environment + "/" + file.path()),
                    "unusable-reference",
                    "the chart cannot stand below " + parent + ": " + refused.getMessage(),
                    refused.why(),
                    "push to a shorter path, or give the chart a shorter name or version")));
        }
    }

    private Optional<OutputFile> signature(OutputFile file) {
        return files((file.path() + SIGNATURE)::equals).stream().findFirst();
    }

    private List<OutputFile> files(Predicate<String> wanted) {
        return files.stream().filter(file -> wanted.test(file.path())).toList();
    }
}
