package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;
import dev.chartwright.model.Supplied;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Helm values with a stand-in for each secret that an install must be given. */
final class SampleSecrets {
    private static final String SAMPLE = "sample";

    private SampleSecrets() {}

    /** For the umbrella. */
    static String of(Platform platform) {
        return of(platform.components().stream().flatMap(SampleSecrets::own));
    }

    /** For a subchart alone: its own, and those it shares. */
    static String of(Component component) {
        Stream<String> shared = component.secrets().stream()
                .flatMap(secret -> secret.supplied().stream())
                .flatMap(SampleSecrets::shared);
        return of(Stream.concat(own(component), shared));
    }

    private static Stream<String> own(Component component) {
        return component.secretInputs().stream().map(SecretInput::path);
    }

    private static Stream<String> shared(Supplied supplied) {
        return supplied.from().stream()
                .flatMap(source -> supplied.keyNames().stream()
                        .map(key -> SuppliedKeys.path(source.component(), source.secret(), key)));
    }

    private static String of(Stream<String> paths) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode secrets = root.putObject("global").putObject("secrets");
        paths.forEach(path -> secrets.put(path, SAMPLE));
        return root.toString();
    }

    /** For a chart of which nothing but its files is known: every blank that its values hold for a secret. */
    static String blanks(Chart chart) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        chart.file("values.yaml")
                .map(file -> new YamlReader().read(file.content(), file.path()).root())
                .map(values -> values.path("global").path("secrets"))
                .filter(JsonNode::isObject)
                .ifPresent(secrets -> root.putObject("global").set("secrets", filled(secrets)));
        return root.toString();
    }

    private static JsonNode filled(JsonNode blank) {
        if (!blank.isObject()) {
            return JsonNodeFactory.instance.stringNode(SAMPLE);
        }
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        blank.propertyStream().forEach(entry -> filled.set(entry.getKey(), filled(entry.getValue())));
        return filled;
    }
}
