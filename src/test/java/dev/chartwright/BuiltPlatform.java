package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.StreamSupport;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;
import dev.chartwright.render.TemplateRenderer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An environment built from the repository's templates, and what real Helm makes of it. */
final class BuiltPlatform {
    static final Path SCHEMA = Path.of("schema");
    static final Path TEMPLATES = Path.of("templates");
    static final Path CODEDANG = Path.of("values");
    static final Path BOOKSHOP = Path.of("src/test/fixtures/bookshop/values");
    /** What {@code helm.sh/hook} is called where hooks are shown. */
    static final String SHOWN_HOOK = "chartwright/hook";

    private static final TemplateRenderer RENDERER = new TemplateRenderer(TEMPLATES);

    private final Platform platform;
    private final Chart chart;

    private BuiltPlatform(Platform platform, Chart chart) {
        this.platform = platform;
        this.chart = chart;
    }

    static BuiltPlatform of(Path values, String environment) {
        return of(load(values, environment));
    }

    static BuiltPlatform of(Platform platform) {
        return new BuiltPlatform(platform, new ChartAssembler(SCHEMA).assemble(platform, RENDERER.render(platform)));
    }

    /** The same with other text in its files; the path is the one inside the umbrella. */
    BuiltPlatform rewritten(BinaryOperator<String> textByPathAndText) {
        return new BuiltPlatform(platform, rewritten(chart, "", textByPathAndText));
    }

    private static Chart rewritten(Chart chart, String folder, BinaryOperator<String> text) {
        return new Chart(
                chart.name(),
                chart.version(),
                chart.files().stream()
                        .map(file -> new ChartFile(file.path(), text.apply(folder + file.path(), file.content())))
                        .toList(),
                chart.subcharts().stream()
                        .map(part -> rewritten(part, folder + "charts/" + part.name() + "/", text))
                        .toList());
    }

    /** The same with hooks made objects like all others: Helm prints none. */
    BuiltPlatform withHooksShown() {
        return rewritten((path, text) -> path.contains("templates/") ? text.replace("helm.sh/hook", SHOWN_HOOK) : text);
    }

    static Platform load(Path values, String environment) {
        return new PlatformLoader(values, SCHEMA, Path.of("templates"))
                .load(environment)
                .platform();
    }

    Platform platform() {
        return platform;
    }

    Chart chart() {
        return chart;
    }

    /** Writes a chart as its package. */
    static Path pack(Chart chart, Path folder) {
        try {
            Path file = folder.resolve(chart.archiveName());
            Files.write(file, new ChartArchiver(Instant.EPOCH).archive(chart).content());
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes a file that gives every value asked for at install. */
    Path secrets(Path folder) {
        Map<String, String> values = new TreeMap<>();
        for (Component component : platform.components()) {
            for (SecretInput input : component.secretInputs()) {
                values.put(input.path(), "given-" + input.key());
            }
        }
        try {
            return Files.writeString(
                    folder.resolve("secrets.yaml"), new Yaml().dump(Map.of("global", Map.of("secrets", values))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Renders the umbrella with every secret given. */
    List<Map<String, Object>> objects(Path folder) {
        return parse(render(folder));
    }

    /** What Helm prints for the umbrella with every secret given. */
    String render(Path folder) {
        return template(pack(chart, folder)).withValuesFile(secrets(folder)).call();
    }

    static TemplateCommand template(Path archive) {
        return Helm.template(archive.toString())
                .withName("release")
                .withNamespace("default")
                .withKubeVersion("1.33.0");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> parse(String manifests) {
        List<Map<String, Object>> objects = new ArrayList<>();
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(manifests);
        StreamSupport.stream(documents.spliterator(), false)
                .filter(Map.class::isInstance)
                .forEach(document -> objects.add((Map<String, Object>) document));
        return objects;
    }
}
