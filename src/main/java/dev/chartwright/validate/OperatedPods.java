package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Labels of pods and Services that operators make for a custom resource.
 *
 * @param namespace where
 * @param labels name to value
 * @param portNames names of the Service's ports; empty where nobody knows them
 */
record OperatedPods(String namespace, Map<String, String> labels, List<String> portNames) {
    /** With every plugin that opens a port of its own, with TLS and without. */
    private static final List<String> BROKER_PORTS = List.of(
            "amqp",
            "amqps",
            "cluster-rpc",
            "epmd",
            "management",
            "management-tls",
            "mqtt",
            "mqtts",
            "prometheus",
            "prometheus-tls",
            "stomp",
            "stomps",
            "stream",
            "streams",
            "web-mqtt",
            "web-mqtt-tls",
            "web-stomp",
            "web-stomp-tls");

    /** cert-manager's solver of HTTP challenges runs beside the Ingress that asks for a certificate. */
    private static final Map<String, String> SOLVER = Map.of("acme.cert-manager.io/http01-solver", "true");

    static Stream<OperatedPods> of(RenderedObject object) {
        String name = object.name();
        return switch (object.group() + "/" + object.kind()) {
            case "rabbitmq.com/RabbitmqCluster" ->
                Stream.of(made(
                        object,
                        Map.of(
                                "app.kubernetes.io/name", name,
                                "app.kubernetes.io/component", "rabbitmq",
                                "app.kubernetes.io/part-of", "rabbitmq"),
                        BROKER_PORTS));
            case "redis.redis.opstreelabs.in/Redis" ->
                Stream.of(made(
                        object,
                        Map.of("app", name, "redis_setup_type", "standalone", "role", "standalone"),
                        List.of()));
            case "minio.min.io/Tenant" -> Stream.of(made(object, Map.of("v1.min.io/tenant", name), List.of()));
            case "networking.k8s.io/Ingress", "gateway.networking.k8s.io/Gateway" ->
                Stream.of(new OperatedPods(object.namespace(), SOLVER, List.of()));
            default -> Stream.empty();
        };
    }

    boolean has(JsonNode wanted) {
        return wanted.properties().stream()
                .allMatch(label -> label.getValue().asString("").equals(labels.get(label.getKey())));
    }

    private static OperatedPods made(RenderedObject object, Map<String, String> labels, List<String> portNames) {
        return new OperatedPods(object.namespace(), labels, portNames);
    }
}
