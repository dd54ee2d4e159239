package dev.chartwright.assemble;

import java.util.List;

import dev.chartwright.model.SecretInput;
import dev.chartwright.yaml.HelmText;
import dev.chartwright.yaml.PrettyJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes values.schema.json from the knobs of a values.yaml. */
final class ValuesSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROPERTIES = "properties";
    private final ValueTypes types;

    ValuesSchema(ValueTypes types) {
        this.types = types;
    }

    /** Strict, but for what Helm adds to the values of a subchart: {@code global} and {@code enabled}. */
    String subchart(SubchartParts parts) {
        ObjectNode root = root(parts.knobs());
        ObjectNode properties = (ObjectNode) root.required(PROPERTIES);
        List<SecretInput> own = parts.secrets().stream()
                .filter(input -> input.component().equals(parts.name()))
                .toList();
        ObjectNode global = object("Values shared by every chart of the release.", false);
        ObjectNode secrets = object("Values of secrets, given at install.", false);
        property(global, "secrets", secrets);
        secrets(own, secrets);
        properties.set("enabled", typed("boolean", "Whether the umbrella installs this chart."));
        properties.set("global", global);
        return PrettyJson.write(root);
    }

    /** Strict about everything; what a subchart's values may hold says the subchart's own schema. */
    String umbrella(List<Knob> knobs, List<SubchartParts> parts) {
        ObjectNode root = root(knobs);
        ObjectNode properties = (ObjectNode) root.required(PROPERTIES);
        ObjectNode global = object("Values shared by every chart of the release.", true);
        ObjectNode secrets = object("Values of secrets, given at install.", true);
        property(global, "secrets", secrets);
        secrets(parts.stream().flatMap(part -> part.secrets().stream()).toList(), secrets);
        properties.set("global", global);
        for (SubchartParts part : parts) {
            properties.set(
                    part.name(), typed("object", HelmText.clean(part.component().description())));
        }
        return PrettyJson.write(root);
    }

    private ObjectNode root(List<Knob> knobs) {
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("type", "object");
        root.put("additionalProperties", false);
        ObjectNode properties = root.putObject(PROPERTIES);
        knobs.forEach(knob -> properties.set(knob.name(), knob(knob)));
        addDefinitions(root);
        return root;
    }

    private void addDefinitions(ObjectNode root) {
        ObjectNode definitions = JSON.objectNode();
        types.references(List.of(root)).forEach(name -> definitions.set(name, types.definition(name)));
        if (!definitions.isEmpty()) {
            root.set("definitions", definitions);
        }
    }

    private ObjectNode knob(Knob knob) {
        ObjectNode schema = JSON.objectNode();
        schema.put("description", knob.description());
        if (knob.isGroup()) {
            group(knob, schema);
            return schema;
        }
        schema.set("default", knob.value());
        if (knob.type().isPresent()) {
            // Inlined: draft-07 ignores whatever stands beside a $ref, the description too.
            ObjectNode definition = types.definition(knob.type().get());
            definition.remove("description");
            schema.setAll(definition);
        } else {
            schema.put("type", type(knob.value()));
        }
        return schema;
    }

    private void group(Knob knob, ObjectNode schema) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject(PROPERTIES);
        knob.children().forEach(child -> properties.set(child.name(), knob(child)));
    }

    private static String type(JsonNode value) {
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        }
        return "string";
    }

    private static void secrets(List<SecretInput> inputs, ObjectNode secrets) {
        inputs.forEach(input -> property(secrets, input.path(), typed("string", SecretText.sentence(input))));
    }

    private static void property(ObjectNode parent, String name, ObjectNode schema) {
        ((ObjectNode) parent.required(PROPERTIES)).set(name, schema);
    }

    private static ObjectNode object(String description, boolean strict) {
        ObjectNode schema = typed("object", description);
        schema.put("additionalProperties", !strict);
        schema.putObject(PROPERTIES);
        return schema;
    }

    private static ObjectNode typed(String type, String description) {
        ObjectNode schema = JSON.objectNode();
        schema.put("description", description);
        schema.put("type", type);
        return schema;
    }
}
