package dev.chartwright.load;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.chartwright.component.ComponentType;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Scalar;
import dev.chartwright.schema.DocumentSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema and the records are two views of one thing: same keys, same types, nothing absent that a record needs. */
class SchemaMatchesRecordsTest {
    private static final String VALUES = "schema/environment.schema.json";
    private static final String COMPONENT = "schema/component.schema.json";

    /** What no file says. */
    private static final String WORKED_OUT = "facets";

    private final List<String> differences = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();
    private JsonNode schema = new DocumentSchema("true").tree();

    @Test
    void schemaAndRecordsHaveTheSameKeysAndTypes() throws IOException {
        schema = read(VALUES);
        record(schema, Platform.class, "", false);

        assertThat(differences).isEmpty();
        assertThat(compared).as("records that were walked").hasSizeGreaterThan(70);
    }

    @Test
    void componentsAreWhatTheirSchemaSays() throws IOException {
        schema = read(COMPONENT);
        record(schema, ComponentType.class, "", true);

        assertThat(differences).isEmpty();
        assertThat(compared).as("records that were walked").hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {VALUES, COMPONENT})
    void everyDefinitionIsUsed(String file) throws IOException {
        schema = read(file);
        String text = Files.readString(Path.of(file));

        assertThat(schema.get("definitions").propertyNames())
                .allMatch(name -> text.contains("\"#/definitions/" + name + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {VALUES, COMPONENT})
    void everyKeyIsDescribed(String file) throws IOException {
        schema = read(file);
        List<String> silent = new ArrayList<>();
        schema.findParents("properties")
                .forEach(parent -> parent.get("properties").properties().stream()
                        .filter(property -> property.getValue().isObject()
                                && property.getValue()
                                        .path("description")
                                        .asString("")
                                        .isBlank())
                        .forEach(property -> silent.add(property.getKey())));

        assertThat(silent).isEmpty();
    }

    private static JsonNode read(String file) throws IOException {
        return new DocumentSchema(Files.readString(Path.of(file))).tree();
    }

    private void record(JsonNode rule, Class<?> type, String path, boolean named) {
        JsonNode object = resolve(rule);
        expect(path, object.path("type").asString("").equals("object"), "is no object, but a record");
        expect(path, object.path("additionalProperties").isBoolean(), "allows unknown keys");
        if (!compared.add(type.getName() + named)) {
            return;
        }
        Set<String> keys = new TreeSet<>(object.path("properties").propertyNames());
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .filter(component -> !named || !component.getName().equals("name"))
                .filter(component ->
                        type != Platform.class || !component.getName().equals(WORKED_OUT))
                .toList();
        Set<String> names =
                components.stream().map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
        expect(path, keys.equals(names), "has keys " + keys + ", the record " + names);
        for (RecordComponent component : components) {
            component(object, component, path + "/" + component.getName());
        }
    }

    private void component(JsonNode object, RecordComponent component, String path) {
        JsonNode rule = object.path("properties").path(component.getName());
        boolean required = object.path("required")
                .valueStream()
                .anyMatch(key -> key.asString().equals(component.getName()));
        boolean given = required || rule.has("default") || resolve(rule).has("default");
        boolean isList = raw(component.getGenericType()) == List.class;
        boolean isOptional = raw(component.getGenericType()) == Optional.class;
        expect(path, given || isList || isOptional, "may be absent, but the record needs it");
        expect(path, !(isOptional && given), "is never absent, but optional in the record");
        type(rule, component.getGenericType(), path);
    }

    private void type(JsonNode rule, Type type, String path) {
        if (raw(type) == Optional.class) {
            type(rule, argument(type), path);
        } else if (raw(type) == List.class) {
            list(resolve(rule), (Class<?>) argument(type), path);
        } else if (type != Scalar.class && ((Class<?>) type).isRecord()) {
            record(rule, (Class<?>) type, path, false);
        } else {
            leaf(resolve(rule), (Class<?>) type, path);
        }
    }

    private void list(JsonNode rule, Class<?> element, String path) {
        if (rule.path("type").asString("").equals("array")) {
            type(rule.path("items"), element, path + "/0");
            return;
        }
        expect(path, element.isRecord(), "is a map, but a list of " + element.getSimpleName());
        JsonNode entry = rule.path("additionalProperties");
        expect(path, entry.isObject(), "says nothing about its entries");
        expect(path, rule.has("propertyNames"), "says nothing about its keys");
        RecordComponent[] components = element.getRecordComponents();
        expect(path, components[0].getName().equals("name"), "is a map of records without a name");
        boolean isShort =
                components.length == 2 && !resolve(entry).path("properties").has(components[1].getName());
        if (isShort) {
            type(entry, components[1].getGenericType(), path + "/*");
        } else {
            record(entry, element, path + "/*", true);
        }
    }

    private void leaf(JsonNode rule, Class<?> type, String path) {
        if (type.isEnum()) {
            Set<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> RecordBinder.written((Enum<?>) constant))
                    .collect(Collectors.toSet());
            Set<String> allowed =
                    rule.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
            expect(path, constants.equals(allowed), "allows " + allowed + ", the record " + constants);
            return;
        }
        String wanted = jsonType(type);
        String got = rule.path("type").isArray()
                ? rule.path("type").toString()
                : rule.path("type").asString("");
        expect(path, got.equals(wanted), "is " + got + ", the record wants " + wanted);
        if (type == int.class || type == Integer.class) {
            expect(path, rule.path("maximum").longValue(Long.MAX_VALUE) <= Integer.MAX_VALUE, "may be beyond an int");
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == Scalar.class ? "[\"integer\",\"boolean\",\"string\"]" : "integer";
    }

    private JsonNode resolve(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.isEmpty() ? rule : schema.at(reference.substring(1));
    }

    private static Type raw(Type type) {
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private void expect(String path, boolean fact, String otherwise) {
        if (!fact) {
            differences.add(path + " " + otherwise);
        }
    }
}
