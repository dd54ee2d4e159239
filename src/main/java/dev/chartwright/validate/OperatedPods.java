package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import tools.jackson.databind.JsonNode;

/**
 * Labels of pods and Services that operators make for a custom resource.
 *
 * @param namespace where
 * @param labels name to value
 * @param portNames names of the Service's ports; empty where nobody knows them
 */
record OperatedPods(String namespace, Map<String, String> labels, List<String> portNames) {
    /** cert-manager's solver of HTTP challenges runs beside the object that asks for a certificate. */
    private static final Set<String> SOLVED = Set.of("networking.k8s.io/Ingress", "gateway.networking.k8s.io/Gateway");

    private static final Map<String, String> SOLVER = Map.of("acme.cert-manager.io/http01-solver", "true");

    static Stream<OperatedPods> of(RenderedObject object, Release release) {
        return SOLVED.contains(object.groupKind())
                ? Stream.of(new OperatedPods(object.namespace(), SOLVER, List.of()))
                : release
                        .kind(object)
                        .filter(kind -> !kind.labels().isEmpty())
                        .map(kind -> made(object, kind))
                        .stream();
    }

    boolean has(JsonNode wanted) {
        return wanted.properties().stream()
                .allMatch(label -> label.getValue().asString("").equals(labels.get(label.getKey())));
    }

    private static OperatedPods made(RenderedObject object, CustomKind kind) {
        Map<String, String> labels = new HashMap<>();
        kind.labels()
                .forEach(label -> ObjectText.each(label.value(), object)
                        .limit(1)
                        .forEach(found -> labels.put(label.name(), found.text())));
        return new OperatedPods(object.namespace(), labels, kind.portNames());
    }
}
