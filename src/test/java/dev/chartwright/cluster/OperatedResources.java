package dev.chartwright.cluster;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.chartwright.cluster.Discovery.Kind;
import tools.jackson.databind.JsonNode;

/**
 * The custom resources that operators look after.
 *
 * @param api where they are
 */
record OperatedResources(KubeApi api) {
    private static final Set<String> GROUPS = Set.of("rabbitmq.com", "redis.redis.opstreelabs.in", "minio.min.io");
    /** What an operator says when it has no work for a resource; its other conditions have to be true. */
    private static final Set<String> SAID_WHEN_NOT_NEEDED = Set.of("Paused");

    /** Those that are not what their values ask for, each with what its operator says. */
    Set<String> unready() {
        Set<String> unready = new TreeSet<>();
        for (Kind kind : new Discovery(api).kept()) {
            if (GROUPS.contains(kind.group())) {
                for (JsonNode item : api.get(kind.collection("")).body().path("items")) {
                    String fault = fault(kind, item);
                    if (!fault.isEmpty()) {
                        unready.add(name(kind, item) + ": " + fault);
                    }
                }
            }
        }
        return unready;
    }

    /** Names of all. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (Kind kind : new Discovery(api).kept()) {
            if (GROUPS.contains(kind.group())) {
                api.get(kind.collection("")).body().path("items").forEach(item -> all.add(name(kind, item)));
            }
        }
        return all;
    }

    private static String name(Kind kind, JsonNode item) {
        return Inventory.text(
                kind.name(),
                item.at("/metadata/namespace").asString(""),
                item.at("/metadata/name").asString(""));
    }

    private String fault(Kind kind, JsonNode item) {
        return Stream.concat(
                        Stream.of(said(kind, item)),
                        MadeSet.of(item)
                                .map(set -> set.fault(api.get(set.path()).body())))
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String said(Kind kind, JsonNode item) {
        return switch (kind.name()) {
            case "Tenant" -> tenant(item.path("status"));
            case "Redis" -> ""; // its operator gives a lone one no status
            default -> conditions(item);
        };
    }

    private static String tenant(JsonNode status) {
        String state = status.path("currentState").asString("") + " "
                + status.path("healthStatus").asString("");
        return state.equals("Initialized green") ? "" : "is " + state;
    }

    private static String conditions(JsonNode item) {
        long wanted = item.at("/metadata/generation").asLong(0);
        if (item.at("/status/observedGeneration").asLong(0) < wanted) {
            return "generation " + wanted + " was not looked at";
        }
        for (JsonNode condition : item.at("/status/conditions")) {
            if (!condition.path("status").asString("").equals("True")
                    && !SAID_WHEN_NOT_NEEDED.contains(condition.path("type").asString(""))) {
                return condition.path("type").asString("") + " "
                        + condition.path("status").asString("") + " "
                        + condition.path("reason").asString("") + " "
                        + condition.path("message").asString("");
            }
        }
        return item.at("/status/conditions").isEmpty() ? "nothing is said of it" : "";
    }
}
