package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    Stream<RenderedObject> customResources() {
        return installed().filter(object -> !ApiGroups.isBuiltIn(object.group()));
    }

    /** Names of the versions of Helm for which something holds; empty when for none. */
    static String versions(Predicate<KindOrder> holds) {
        return Arrays.stream(KindOrder.values())
                .filter(holds)
                .map(KindOrder::toString)
                .collect(Collectors.joining(" and "));
    }
}
