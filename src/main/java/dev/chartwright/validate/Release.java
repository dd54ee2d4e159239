package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import dev.chartwright.model.Platform;

/**
 * What one release brings into a cluster.
 *
 * @param platform what it was made from
 * @param objects every rendered object, hooks included
 * @param definitions what stands in the charts' {@code crds/}
 */
record Release(Platform platform, List<RenderedObject> objects, List<RenderedObject> definitions) {
    /** Objects that an install makes. */
    Stream<RenderedObject> installed() {
        return objects.stream().filter(KindOrder::isInstalled);
    }

    /** What is known of the kind of a custom resource. */
    Optional<CustomKind> kind(RenderedObject object) {
        return platform.customKind(object.groupKind());
    }

    Stream<RenderedObject> customResources() {
        return installed().filter(object -> !ApiGroups.isBuiltIn(object.group()));
    }

    /** Names of the versions of Helm that do something, with `make` in the right number; empty when none does. */
    static String making(Predicate<KindOrder> holds) {
        List<String> versions = Arrays.stream(KindOrder.values())
                .filter(holds)
                .map(KindOrder::toString)
                .toList();
        return versions.isEmpty() ? "" : String.join(" and ", versions) + (versions.size() == 1 ? " makes" : " make");
    }
}
