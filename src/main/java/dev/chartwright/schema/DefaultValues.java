package dev.chartwright.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of a schema, which have to keep the rules beside them: nobody writes them where they could be told. */
final class DefaultValues {
    private final JsonNode schema;
    private final Origins origins;

    DefaultValues(JsonNode schema, Origins origins) {
        this.schema = schema;
        this.origins = origins;
    }

    /** One document of all defaults, each under its place, against one schema of the rules that they stand beside. */
    List<Problem> check() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        rules.set("definitions", schema.path("definitions"));
        ObjectNode properties = rules.putObject("properties");
        Map<String, Location> places = new HashMap<>();
        SchemaParts.of(schema).filter(part -> part.node().has("default")).forEach(part -> {
            String name = part.pointer().substring(1);
            document.set(name, part.node().get("default").deepCopy());
            properties.set(name, part.node());
            places.put(Origins.pointer(name), origins.key(part.pointer() + "/default"));
        });
        DocumentSchema all = new DocumentSchema(rules.toString(), "the rule beside a default");
        all.fillDefaults(document);
        return all.check(document, new Origins(places, places, origins.document()));
    }
}
