package dev.chartwright.schema;

import java.util.Optional;
import java.util.Set;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * What the validator says about one value, in terms of pointers.
 *
 * @param error as the validator found it
 */
record Fault(Error error) {
    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");
    private static final Set<String> STEPS = Set.of("properties", "patternProperties", "additionalProperties", "items");

    String keyword() {
        return error.getKeyword();
    }

    /** The key that is missing or unknown, where there is one. */
    Optional<String> key() {
        return Optional.ofNullable(error.getProperty());
    }

    JsonNode value() {
        return error.getInstanceNode();
    }

    /** Pointer of the value. */
    String pointer() {
        NodePath path = error.getInstanceLocation();
        return text(path, path.getNameCount());
    }

    /** Dotted path of the value for people; empty for the document itself. */
    String path() {
        StringBuilder text = new StringBuilder();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            text.append(i == 0 ? "" : ".").append(path.getName(i));
        }
        return text.toString();
    }

    /** What the fault is about: two faults of one subject are one mistake. */
    String subject() {
        return pointer() + key().map(name -> " " + name).orElse("");
    }

    /** Pointer of the rule that lets a value choose between schemas, of which one is broken here; or empty. */
    String choice() {
        NodePath path = error.getSchemaLocation().getFragment();
        return text(path, choiceEnd(path));
    }

    /** Pointer of the value that has the choice. */
    String chooser() {
        NodePath path = error.getSchemaLocation().getFragment();
        int steps = 0;
        for (int i = choiceEnd(path); i < path.getNameCount() - 1; i++) {
            steps += STEPS.contains(path.getName(i)) ? 1 : 0;
        }
        NodePath value = error.getInstanceLocation();
        return text(value, value.getNameCount() - steps);
    }

    private static int choiceEnd(NodePath path) {
        for (int i = 1; i < path.getNameCount(); i++) {
            if (CHOICES.contains(path.getName(i)) && !path.getName(i - 1).equals("properties")) {
                return i + 1;
            }
        }
        return path.getNameCount() > 0 && CHOICES.contains(path.getName(0)) ? 1 : 0;
    }

    private static String text(NodePath path, int end) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < end; i++) {
            pointer.append(Origins.pointer(path.getName(i)));
        }
        return pointer.toString();
    }

    /** The schema in which the broken keyword stands. */
    JsonNode rule(JsonNode schema) {
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode at = schema;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            at = path.getElement(i) instanceof Integer index ? at.path(index) : at.path(path.getName(i));
        }
        return at;
    }
}
