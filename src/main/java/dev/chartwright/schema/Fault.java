package dev.chartwright.schema;

import java.util.Optional;

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
        StringBuilder pointer = new StringBuilder();
        NodePath path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append(Origins.pointer(path.getName(i)));
        }
        return pointer.toString();
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
