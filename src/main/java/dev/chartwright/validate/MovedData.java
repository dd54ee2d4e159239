package dev.chartwright.validate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;

/** What holds claims stays in its namespace: claims cannot move, and a new one is empty. */
final class MovedData {
    /** Paths to what is there where claims are. */
    private static final Map<String, String> HOLDERS =
            Map.of("PersistentVolumeClaim", "spec", "StatefulSet", "spec/volumeClaimTemplates");

    private MovedData() {}

    static Stream<Problem> check(
            Platform platform, Map<ObjectKey, RenderedObject> before, Map<ObjectKey, RenderedObject> after) {
        return before.values().stream()
                .filter(object -> holdsData(object, platform))
                .filter(object -> !after.containsKey(ObjectKey.of(object)))
                .flatMap(object -> after.values().stream()
                        .filter(other -> isElsewhere(object, other))
                        .filter(other -> !before.containsKey(ObjectKey.of(other)))
                        .limit(1)
                        .map(other -> problem(object, other)));
    }

    private static boolean holdsData(RenderedObject object, Platform platform) {
        return Optional.ofNullable(HOLDERS.get(object.kind()))
                .or(() -> platform.customKind(object.groupKind()).flatMap(CustomKind::holdsData))
                .stream()
                .flatMap(object::find)
                .anyMatch(holder -> !holder.root().isEmpty());
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
