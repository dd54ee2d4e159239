package dev.chartwright.assemble;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Types that a knob's {@code @type} may name. */
final class ValueTypes {
    static final String FILE = "values.types.json";
    private final ObjectNode definitions;

    private ValueTypes(ObjectNode definitions) {
        this.definitions = definitions;
    }

    static ValueTypes read(Path file) {
        String label = file.toString().replace('\\', '/');
        YamlDocument document = new YamlReader().read(file, label);
        if (!(document.root().path("definitions") instanceof ObjectNode definitions)) {
            throw new BugException(label + " is no JSON schema with `definitions`");
        }
        List<Problem> problems = new TypeReferences(definitions, document.origins()).check();
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new ValueTypes(definitions);
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
                .filter(target -> target.startsWith(TypeReferences.START))
                .map(target -> target.substring(TypeReferences.START.length()));
    }
}
