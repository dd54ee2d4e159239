package dev.chartwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.Pipeline;
import dev.chartwright.archive.SourceDateEpoch;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.provenance.Keyring;
import dev.chartwright.registry.Registry;
import dev.chartwright.verify.ArtifactVerifier;
import dev.chartwright.verify.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that a published chart came from this checkout. */
@Command(
        name = "verify",
        description = "Builds a published chart again, in memory, and compares every byte.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "REF",
            converter = ReferenceConverter.class,
            description = "a chart: oci://<host>/<path>/<chart>:<version>, or with @sha256:<digest>")
    private @Nullable Reference reference;

    @Option(
            names = "--keyring",
            paramLabel = "FILE",
            description = "public keys; without a good signature by one of them the chart does not pass")
    private @Nullable Path keyring;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Mixin
    private RegistryOptions registries = new RegistryOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Reference chart = chart();
        Optional<Keyring> keys = Optional.ofNullable(keyring).map(Keyring::read);
        Registry registry = registries.registry(chart);
        ArtifactVerifier verifier =
                keys.map(ring -> ArtifactVerifier.of(registry, ring)).orElseGet(() -> ArtifactVerifier.of(registry));
        Verification verification;
        try {
            verification = verifier.verify(chart, build(chart));
        } catch (ProblemsException refused) {
            return new Failures(spec.commandLine().getErr()).tell(refused, "it does not pass");
        }
        spec.commandLine().getOut().println(chart + " is what this checkout builds");
        spec.commandLine()
                .getOut()
                .println("  manifest " + verification.manifest().value());
        spec.commandLine()
                .getOut()
                .println("  package  " + verification.archive().value());
        spec.commandLine().getOut().println("  " + signature(verification));
        return ExitCode.DONE;
    }

    private Reference chart() {
        Reference chart = Optional.ofNullable(reference).orElseThrow();
        if (chart.tag().isEmpty() && chart.digest().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name a version: `" + chart + ":<version>`, or `" + chart + "@sha256:<digest>`");
        }
        return chart;
    }

    private static String signature(Verification verification) {
        if (!verification.isSigned()) {
            return "not signed";
        }
        return verification
                .signer()
                .map(key -> "signed by " + key)
                .orElse("signed, which is the only difference; give --keyring to check by whom");
    }

    /** The chart that the last part of the path names; a subchart stands below its umbrella. */
    private ChartArchive build(Reference chart) {
        Pipeline pipeline = new Pipeline(sources.folders(Path.of("")), SourceDateEpoch.from(System.getenv()));
        String path = "/" + chart.repository();
        List<String> names = pipeline.environments();
        for (String environment : names) {
            String umbrella = pipeline.chartName(environment);
            if (path.endsWith("/" + umbrella)) {
                return pipeline.run(environment).packed().umbrella();
            }
            if (path.endsWith("/" + umbrella + "/" + chart.name())) {
                return pipeline.run(environment).packed().subcharts().stream()
                        .filter(part -> part.chart().name().equals(chart.name()))
                        .findFirst()
                        .orElseThrow(() -> unknown(chart, pipeline));
            }
        }
        throw unknown(chart, pipeline);
    }

    private static ProblemsException unknown(Reference chart, Pipeline pipeline) {
        String known = String.join(
                "`, `",
                pipeline.environments().stream().map(pipeline::chartName).toList());
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(chart.toString()),
                "unknown-chart",
                "this checkout builds no chart of that name",
                "it builds `" + known + "`, and below each the subcharts of its environment",
                "end the path with one of these names, or run in the checkout that builds it")));
    }
}
