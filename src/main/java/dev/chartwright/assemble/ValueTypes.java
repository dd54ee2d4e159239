package dev.chartwright.assemble;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.chartwright.schema.SchemaFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Types that a knob's {@code @type} may name. */
final class ValueTypes {
    static final String FILE = "values.types.json";
    private static final String START = "#/definitions/";
    private final ObjectNode definitions;

    private ValueTypes(ObjectNode definitions) {
        this.definitions = definitions;
    }

    static ValueTypes read(Path schemaFolder) {
        return new ValueTypes((ObjectNode) new SchemaFolder(schemaFolder).definitions(FILE, ValueTypes::fault));
    }

    /** Helm checks values with the expressions of Go, which have no look-around. */
    private static Optional<String> fault(String expression) {
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of("Helm's engine, RE2, says: " + broken.getDescription());
        }
    }

    boolean has(String name) {
        return definitions.has(name);
    }

    /** Every name, sorted. */
    SortedSet<String> names() {
        return new TreeSet<>(definitions.propertyNames());
    }

    /** The definition of a type, a copy. */
    ObjectNode definition(String name) {
        return (ObjectNode) definitions.required(name).deepCopy();
    }

    /** Names of all types that some definitions lead to, themselves not unless something refers to them. */
    SortedSet<String> references(Collection<? extends JsonNode> schemas) {
        SortedSet<String> found = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(schemas);
        while (!open.isEmpty()) {
            JsonNode schema = open.pop();
            reference(schema).filter(found::add).ifPresent(name -> open.push(definition(name)));
            schema.forEach(open::push);
        }
        return found;
    }

    private static Optional<String> reference(JsonNode schema) {
        return schema.optional("$ref")
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(target -> target.startsWith(START))
                .map(target -> target.substring(START.length()));
    }
}
