package dev.chartwright.validate;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/** What holds claims stays in its namespace: claims cannot move, and a new one is empty. */
final class MovedData {
    private static final Map<String, Predicate<JsonNode>> HOLDERS = Map.of(
            "PersistentVolumeClaim", spec -> true,
            "StatefulSet", spec -> !spec.path("volumeClaimTemplates").isEmpty(),
            "RabbitmqCluster", spec -> true,
            "Redis", spec -> !spec.path("storage").isEmpty(),
            "Tenant", spec -> true);

    private MovedData() {}

    static Stream<Problem> check(Map<ObjectKey, RenderedObject> before, Map<ObjectKey, RenderedObject> after) {
        return before.values().stream()
                .filter(MovedData::holdsData)
                .filter(object -> !after.containsKey(ObjectKey.of(object)))
                .flatMap(object -> after.values().stream()
                        .filter(other -> isElsewhere(object, other))
                        .filter(other -> !before.containsKey(ObjectKey.of(other)))
                        .limit(1)
                        .map(other -> problem(object, other)));
    }

    private static boolean holdsData(RenderedObject object) {
        return Optional.ofNullable(HOLDERS.get(object.kind()))
                .filter(holds -> holds.test(object.root().path("spec")))
                .isPresent();
    }

    private static boolean isElsewhere(RenderedObject object, RenderedObject other) {
        return other.kind().equals(object.kind())
                && other.group().equals(object.group())
                && other.name().equals(object.name());
    }

    private static Problem problem(RenderedObject before, RenderedObject after) {
        return new Problem(
                after.place("metadata", "namespace").key(),
                "data-left-behind",
                ChangedObject.title(before) + " moves to namespace `" + after.namespace() + "`",
                "claims belong to their namespace: the new one starts empty, and the data stays where nothing uses it",
                "keep the namespace `" + before.namespace()
                        + "`; to move, install beside it under another name and copy" + " the data");
    }
}
