package dev.chartwright.validate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** A PodDisruptionBudget lets a node be drained. */
final class DisruptionPolicy implements Policy {
    private static final String BLOCKS = "disruption-budget-blocks";
    private static final String EVICTION = "no-eviction-policy";
    private static final int ALL = 100;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}%?");

    @Override
    public List<String> checks() {
        return List.of(BLOCKS, EVICTION);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return release.objects().stream()
                .filter(object -> object.kind().equals("PodDisruptionBudget"))
                .flatMap(budget -> Stream.concat(
                        Stream.of("maxUnavailable", "minAvailable")
                                .filter(field -> blocks(budget, field, release.objects()))
                                .map(field -> blocking(budget, field)),
                        eviction(budget)));
    }

    private static boolean blocks(RenderedObject budget, String field, List<RenderedObject> objects) {
        JsonNode value = budget.root().at("/spec/" + field);
        if (!COUNT.matcher(value.asString("")).matches()) {
            return false;
        }
        JsonNode labels = budget.root().at("/spec/selector/matchLabels");
        int pods = PodTemplate.of(objects)
                .filter(pod -> pod.namespace().equals(budget.namespace()) && pod.has(labels))
                .mapToInt(pod -> Replicas.of(pod.owner(), objects).least())
                .sum();
        int bound = count(value.asString("0"), pods);
        return field.equals("maxUnavailable") ? bound == 0 : pods > 0 && bound >= pods;
    }

    /** A share of the pods is rounded up, for both fields. */
    private static int count(String value, int pods) {
        return value.endsWith("%")
                ? (Integer.parseInt(value.substring(0, value.length() - 1)) * pods + ALL - 1) / ALL
                : Integer.parseInt(value);
    }

    private static Finding blocking(RenderedObject budget, String field) {
        return new Finding(
                budget,
                BLOCKS,
                budget.place("spec", field).value(),
                Quote.of(field + ": " + budget.root().at("/spec/" + field).asString("")) + " lets no pod be evicted",
                "the drain of a node waits for its pods to go, and this budget never lets the last one",
                "write `maxUnavailable: 1`");
    }

    private static Stream<Finding> eviction(RenderedObject budget) {
        return budget.root().at("/spec").has("unhealthyPodEvictionPolicy")
                ? Stream.empty()
                : Stream.of(new Finding(
                        budget,
                        EVICTION,
                        budget.place("spec").key(),
                        "it has no `unhealthyPodEvictionPolicy`",
                        "by default a pod that never becomes ready cannot be evicted, and the drain of its node never ends",
                        "write `unhealthyPodEvictionPolicy: AlwaysAllow`"));
    }
}
