package dev.chartwright.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.ChartFolders;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Application;
import dev.chartwright.model.Namespace;
import dev.chartwright.model.Platform;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An environment as a user has it: what `build` and `secrets init` of the runnable jar wrote.
 *
 * @param chart package of the umbrella
 * @param secrets values of its secrets
 * @param platform what it was made from
 */
record PackedEnvironment(Path chart, Path secrets, Platform platform) {
    private static final Path JAR = Path.of(System.getProperty("chartwright.jar", "target/chartwright.jar"));
    private static final Map<String, PackedEnvironment> BUILT = new TreeMap<>();

    static PackedEnvironment of(String environment) {
        return BUILT.computeIfAbsent(environment, PackedEnvironment::build);
    }

    private static PackedEnvironment build(String environment) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "cluster")), "charts-");
            Path secrets = folder.resolve(environment + ".yaml").toAbsolutePath();
            run("build", environment, "--out", folder.toString());
            run("secrets", "init", environment, "--out", secrets.toString());
            Platform platform = new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"))
                    .load(environment)
                    .platform();
            return new PackedEnvironment(umbrella(folder.resolve(environment)), secrets, platform);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ":\n" + text);
        }
    }

    private static Path umbrella(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .map(Path::toAbsolutePath)
                    .findFirst()
                    .orElseThrow();
        }
    }

    boolean needsAddons() {
        return !platform.cluster().addons().isEmpty();
    }

    /** Namespaces that something else has made. */
    List<String> existingNamespaces() {
        return platform.cluster().namespaces().stream()
                .filter(Namespace::existing)
                .map(Namespace::name)
                .toList();
    }

    /** An application whose number of pods is a knob. */
    Application scaledApplication() {
        return platform.applications().stream()
                .filter(application -> application.workload().autoscaling().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** CustomResourceDefinitions that the subcharts carry, by name. */
    Map<String, JsonNode> definitions() {
        Map<String, JsonNode> definitions = new TreeMap<>();
        try (InputStream packed = Files.newInputStream(chart)) {
            ChartFolders.unpack(packed).forEach((path, text) -> {
                if (path.contains("/crds/")) {
                    JsonNode definition = JsonMapper.shared().valueToTree(new Yaml().<Object>load(text));
                    definitions.put(definition.at("/metadata/name").asString(""), definition);
                }
            });
            return definitions;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
