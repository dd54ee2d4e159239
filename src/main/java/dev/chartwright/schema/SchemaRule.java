package dev.chartwright.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * A schema at its place, together with what it refers to.
 *
 * @param root the whole file
 * @param pointer where the schema stands in it
 */
record SchemaRule(JsonNode root, String pointer) {
    private static final String REFERENCE = "$ref";

    /** The schema itself first, so that what stands beside a reference wins over what it refers to. */
    private List<SchemaRule> parts() {
        List<SchemaRule> parts = new ArrayList<>(List.of(this));
        JsonNode at = root.at(pointer);
        while (at.path(REFERENCE).isString()) {
            String target = at.path(REFERENCE).stringValue().substring(1);
            parts.add(new SchemaRule(root, target));
            at = root.at(target);
        }
        return parts;
    }

    private Optional<SchemaRule> holder(String keyword) {
        return parts().stream()
                .filter(part -> root.at(part.pointer).has(keyword))
                .findFirst();
    }

    boolean has(String keyword) {
        return holder(keyword).isPresent();
    }

    JsonNode get(String keyword) {
        return holder(keyword).map(part -> root.at(part.at(keyword))).orElseGet(() -> root.path(""));
    }

    /** Where a keyword stands, or would. */
    String at(String keyword) {
        return holder(keyword).orElse(this).pointer + Origins.pointer(keyword);
    }

    /** Where the schema stands that this one refers to in the end; itself, where it refers to none. */
    String home() {
        List<SchemaRule> parts = parts();
        return parts.get(parts.size() - 1).pointer;
    }

    /** Whether a keyword stands in the schema itself, beside a reference that it may have. */
    boolean hasItself(String keyword) {
        return root.at(pointer).has(keyword);
    }

    /** A schema below. */
    SchemaRule in(String keyword, String... path) {
        return new SchemaRule(root, at(keyword) + Origins.pointer(path));
    }

    /** The words of a list, or the one word that stands in its place; none where there is no such keyword. */
    Set<String> texts(String keyword) {
        JsonNode node = get(keyword);
        if (node.isMissingNode()) {
            return Set.of();
        }
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new))
                : Set.of(node.asString());
    }

    Set<String> choices() {
        return texts(has("enum") ? "enum" : "const");
    }
}
