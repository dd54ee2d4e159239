package dev.chartwright.validate;

import java.util.Locale;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * One object in two charts.
 *
 * @param before as the earlier chart renders it
 * @param after as the new one does
 */
record ChangedObject(RenderedObject before, RenderedObject after) {
    private static final String CODE = "immutable-field";

    /** {@code group/kind}; the kind alone in Kubernetes' first group. */
    String kind() {
        return after.group().isEmpty() ? after.kind() : after.group() + "/" + after.kind();
    }

    /** Differences of a field, down to the values that differ. */
    Stream<FieldChange> changes(FrozenField field) {
        return field.changes(before.root(), after.root());
    }

    /** A change that shows both values. */
    Problem problem(FieldChange change, String why, String fix) {
        return problem(
                new Place(after.origins(), change.pointer()),
                change,
                "changes from " + shown(change.before()) + " to " + shown(change.after()),
                why,
                fix);
    }

    /** A change whose values nobody should read. */
    Problem hidden(FieldChange change, String why, String fix) {
        return problem(after.place("metadata", "name"), change, "changes", why, fix);
    }

    private Problem problem(Place place, FieldChange change, String how, String why, String fix) {
        return new Problem(
                place.key(),
                CODE,
                "`" + change.field() + "` of " + title(after) + " " + how,
                why,
                fix.replace("{delete}", "`" + delete() + "`"));
    }

    /** How people name an object. */
    static String title(RenderedObject object) {
        String where = object.namespace().isEmpty() ? "" : " in namespace `" + object.namespace() + "`";
        return object.kind() + " `" + object.name() + "`" + where;
    }

    private String delete() {
        String type = after.group().isEmpty() ? after.kind() : after.kind() + "." + after.group();
        String where = after.namespace().isEmpty() ? "" : " --namespace " + after.namespace();
        return "kubectl delete " + type.toLowerCase(Locale.ROOT) + " " + after.name() + where;
    }

    private static String shown(JsonNode value) {
        if (FieldChange.isAbsent(value)) {
            return "nothing";
        }
        return Quote.of(value.isContainer() ? value.toString() : value.asString());
    }
}
