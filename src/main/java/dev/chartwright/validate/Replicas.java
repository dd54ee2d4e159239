package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

/**
 * How many pods a workload has.
 *
 * @param least fewest at a time
 * @param most most at a time
 */
record Replicas(int least, int most) {
    /** What its object says, or what scales it. */
    static Replicas of(RenderedObject workload, List<RenderedObject> objects) {
        Optional<RenderedObject> scaler = objects.stream()
                .filter(object -> object.kind().equals("HorizontalPodAutoscaler"))
                .filter(object -> object.namespace().equals(workload.namespace()))
                .filter(object -> target(object, "kind").equals(workload.kind()))
                .filter(object -> target(object, "name").equals(workload.name()))
                .findFirst();
        int fixed = workload.root().at("/spec/replicas").asInt(1);
        return scaler.map(object -> new Replicas(
                        object.root().at("/spec/minReplicas").asInt(1),
                        object.root().at("/spec/maxReplicas").asInt(1)))
                .orElse(new Replicas(fixed, fixed));
    }

    private static String target(RenderedObject scaler, String key) {
        return scaler.root().at("/spec/scaleTargetRef/" + key).asString("");
    }
}
