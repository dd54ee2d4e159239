package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;

/** Objects of two renders, matched, and held against the rules of their kinds. */
final class ObjectChanges {
    private ObjectChanges() {}

    static Stream<Problem> between(Platform platform, List<RenderedObject> before, List<RenderedObject> after) {
        Map<ObjectKey, RenderedObject> old = byKey(before);
        Map<ObjectKey, RenderedObject> now = byKey(after);
        Stream<Problem> changed = old.entrySet().stream()
                .filter(object -> now.containsKey(object.getKey()))
                .map(object -> new ChangedObject(object.getValue(), now.get(object.getKey())))
                .flatMap(object -> UpgradeRules.of(object, platform).flatMap(rule -> rule.check(object)));
        return Stream.concat(changed, MovedData.check(platform, old, now));
    }

    private static Map<ObjectKey, RenderedObject> byKey(List<RenderedObject> objects) {
        return objects.stream().collect(Collectors.toMap(ObjectKey::of, Function.identity(), (first, second) -> first));
    }
}
