package dev.chartwright.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * Selectors of Services and NetworkPolicies against the pods of a cluster.
 *
 * @param api where they are
 */
record Selectors(KubeApi api) {
    /** Pods that live for a hook or a test. */
    private static final Set<String> NOT_ALWAYS = Set.of("cleanup", "test", "test-connection");

    /** Those that find no pod. */
    Set<String> idle() {
        Set<String> idle = new TreeSet<>();
        JsonNode pods = items("/api/v1/pods");
        for (JsonNode service : items("/api/v1/services")) {
            JsonNode selector = service.at("/spec/selector");
            if (!selector.isEmpty() && !findsPod(pods, service, selector)) {
                idle.add(name("Service", service));
            }
        }
        for (JsonNode policy : items("/apis/networking.k8s.io/v1/networkpolicies")) {
            JsonNode selector = policy.at("/spec/podSelector/matchLabels");
            if (!isForHooks(selector) && !findsPod(pods, policy, selector)) {
                idle.add(name("NetworkPolicy", policy));
            }
        }
        return idle;
    }

    private JsonNode items(String path) {
        return api.get(path).demandDone().body().path("items");
    }

    private static boolean isForHooks(JsonNode selector) {
        for (JsonNode value : selector) {
            if (NOT_ALWAYS.contains(value.asString(""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean findsPod(JsonNode pods, JsonNode holder, JsonNode selector) {
        for (JsonNode pod : pods) {
            if (pod.at("/metadata/namespace").equals(holder.at("/metadata/namespace"))
                    && has(pod.at("/metadata/labels"), selector)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode labels, JsonNode selector) {
        for (Map.Entry<String, JsonNode> wanted : selector.properties()) {
            if (!wanted.getValue().equals(labels.path(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static String name(String kind, JsonNode object) {
        return Inventory.text(
                kind,
                object.at("/metadata/namespace").asString(""),
                object.at("/metadata/name").asString(""));
    }
}
