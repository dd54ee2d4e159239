package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import dev.chartwright.validate.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a build takes, every check and real Helm included, in one warm process with a heap of 1 GiB.
 *
 * <p>{@code everyEnvironment} is what {@code build} does for the repository's own values, up to the swap of folders;
 * {@code checks} is the share of the checks in it; {@code applications} does the same for a generated platform of a given size.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 4, time = 4)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true"})
public class BuildBenchmark {
    private static final Path TEMPLATES = Path.of("templates");
    private static final Path SCHEMA = Path.of("schema");

    /** A platform of web sites, each with a Service, an Ingress, configuration and a Secret. */
    @State(Scope.Benchmark)
    public static class Grown {
        @Param({"15", "80", "500"})
        int applications;

        private Path values = Path.of("");

        /** Writes the values files. */
        @Setup
        public void write() throws IOException {
            values = Files.createTempDirectory("chartwright-benchmark");
            Files.writeString(values.resolve("base.yaml"), """
                    environment: { tier: stage, host: example.org, https: false, chart: { name: grown, version: 1.0.0, description: Generated } }
                    """);
            Files.writeString(
                    values.resolve("all.yaml"),
                    "cluster:\n  kubernetes: '>=1.33.0-0'\n  tools: { test: { repository: busybox, tag: 1.37.0 }, kubectl: { repository: kubectl, tag: v1.33.4 } }\n  namespaces:\n"
                            + each("    site-%1$d: { podSecurity: restricted }\n")
                            + "applications:\n"
                            + each(APPLICATION));
        }

        private String each(String text) {
            return IntStream.range(0, applications).mapToObj(text::formatted).collect(Collectors.joining());
        }
    }

    /** Charts of the repository's own environments, before any check. */
    @State(Scope.Benchmark)
    public static class Unchecked {
        private record Made(LoadedPlatform input, Chart chart) {
        Subject subject() {
            return Subject.alone(input.platform(), input.origins());
        }
    }

        private final ChartValidator validator = new ChartValidator(SCHEMA);
        private List<Made> made = List.of();

        /** Loads, renders and assembles. */
        @Setup
        public void make() {
            PlatformLoader loader = new PlatformLoader(Path.of("values"), SCHEMA, Path.of("templates"));
            TemplateRenderer renderer = new TemplateRenderer(TEMPLATES);
            ChartAssembler assembler = new ChartAssembler(SCHEMA);
            made = loader.environments().stream()
                    .map(loader::load)
                    .map(input -> new Made(
                            input, assembler.assemble(input.platform(), renderer.render(input.platform()))))
                    .toList();
        }
    }

    private static final String APPLICATION = """
              site-%1$d:
                description: A generated site
                namespace: site-%1$d
                image: { repository: example.org/site-%1$d, tag: 1.0.0 }
                workload: { replicas: 2, resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: "1", memory: 1Gi } } }
                network:
                  ports: { http: { port: 8080 } }
                  service: { name: site }
                  ingresses: { site: { className: traefik, rules: [{ host: site-%1$d.example.org, path: /, service: site, port: 8080 }] } }
                data:
                  config: { name: site, data: { A: one, B: two, C: "<%% environment.url %%>" } }
                  envFrom: [keys]
                  secrets: { keys: { supplied: { data: { KEY: {} } } } }
                security: { runAs: { user: 1000, group: 1000 }, readOnlyRootFilesystem: true }
            """;

    /** Every environment of the repository, loaded, rendered, checked and packed. */
    @Benchmark
    public List<BuiltEnvironment> everyEnvironment() {
        return build(Path.of("values"));
    }

    /** The checks among that, one environment after the other: rules, structure, Helm's renders, objects. */
    @Benchmark
    public List<Verdict> checks(Unchecked unchecked) {
        return unchecked.made.stream()
                .map(made -> unchecked.validator.check(made.subject(), made.chart(), () -> {
                    throw new IllegalStateException("a valid platform is never traced");
                }))
                .toList();
    }

    /** The generated platform, loaded, rendered, checked and packed. */
    @Benchmark
    public List<BuiltEnvironment> applications(Grown grown) {
        return build(grown.values);
    }

    private static List<BuiltEnvironment> build(Path values) {
        Pipeline pipeline = new Pipeline(new Folders(values, TEMPLATES, SCHEMA, Path.of("charts-out")), Instant.EPOCH);
        return Environments.run(pipeline, pipeline.environments(), packed -> {});
    }
}
