package dev.chartwright.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON schema (draft 07) that documents are checked against; compiled once, safe for several threads. */
public final class DocumentSchema {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistryConfig CONFIGURATION = SchemaRegistryConfig.builder()
            .regularExpressionFactory(new TextPatterns())
            .build();

    private final JsonNode tree;
    private final Schema compiled;
    private final ViolationWords words;
    private final Optional<DocumentSchema> around;

    /** A schema that messages call "the schema". */
    public DocumentSchema(String schemaText) {
        this(schemaText, "the schema");
    }

    /**
     * A schema with a name.
     *
     * @param schemaText JSON
     * @param label what messages call it, its path for example
     */
    public DocumentSchema(String schemaText, String label) {
        this(parse(schemaText, label), label, Optional.empty());
    }

    private DocumentSchema(JsonNode tree, String label, Optional<DocumentSchema> around) {
        this.tree = tree;
        this.compiled = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7, registry -> registry.schemaRegistryConfig(CONFIGURATION))
                .getSchema(tree);
        this.words = new ViolationWords(tree, label);
        this.around = around;
    }

    /** The same for documents that keep another schema's rules as well. */
    DocumentSchema within(String label, DocumentSchema other) {
        return new DocumentSchema(tree, label, Optional.of(other));
    }

    /** Fills in what a document leaves out and the schema has a default for. */
    public void fillDefaults(JsonNode document) {
        new SchemaDefaults(tree).fill(document);
    }

    /** The schema itself. */
    public JsonNode tree() {
        return tree;
    }

    /** What is wrong with a document, each mistake once, sorted by place. */
    public List<Problem> check(JsonNode document, Origins origins) {
        return violations(document, origins).stream()
                .map(Violation::problem)
                .sorted()
                .toList();
    }

    /** What is wrong with a document, and with which value of it. */
    public Collection<Violation> violations(JsonNode document, Origins origins) {
        Map<String, Violation> found = new LinkedHashMap<>();
        around.ifPresent(other -> other.collect(document, origins, found));
        collect(document, origins, found);
        return found.values();
    }

    private void collect(JsonNode document, Origins origins, Map<String, Violation> found) {
        List<Fault> faults =
                compiled.validate(document).stream().map(Fault::new).toList();
        Faults told = new Faults(faults);
        for (Fault fault : faults) {
            if (!told.isMisspelt(fault)) {
                Violation violation = told.isChoice(fault)
                        ? new Violation(fault.chooser(), words.choice(fault, origins))
                        : new Violation(fault.pointer(), words.problem(fault, origins));
                found.merge(told.subject(fault), violation, DocumentSchema::plainer);
            }
        }
    }

    /** A value of the wrong type often breaks further rules, which are then not worth telling. */
    private static Violation plainer(Violation first, Violation second) {
        return second.problem().code().equals("wrong-type") ? second : first;
    }

    private static JsonNode parse(String text, String label) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new BugException(label + " is no JSON", unreadable);
        }
    }
}
