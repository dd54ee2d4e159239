package dev.chartwright.cluster;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.chartwright.cluster.Discovery.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every object of a cluster.
 *
 * @param objects name as people write it, such as `Namespace redis` or `Secret redis/login`, to the path of the object
 */
record Inventory(Map<String, String> objects) {
    /** What a cluster's own controllers put into every namespace. */
    private static final Set<String> IN_EVERY_NAMESPACE =
            Set.of("ServiceAccount/default", "ConfigMap/kube-root-ca.crt");

    static Inventory of(KubeApi api) {
        Map<String, String> objects = new TreeMap<>();
        for (Kind kind : new Discovery(api).kept()) {
            for (JsonNode item : list(api, kind)) {
                String namespace = item.at("/metadata/namespace").asString("");
                String name = item.at("/metadata/name").asString("");
                if (!IN_EVERY_NAMESPACE.contains(kind.name() + "/" + name)) {
                    objects.put(text(kind.name(), namespace, name), kind.object(namespace, name));
                }
            }
        }
        return new Inventory(objects);
    }

    /** Nothing, where the kind went while we looked. */
    private static JsonNode list(KubeApi api, Kind kind) {
        KubeApi.Answer answer = api.get(kind.collection(""));
        return answer.code() == 404
                ? JsonMapper.shared().createArrayNode()
                : answer.demandDone().body().path("items");
    }

    static String text(String kind, String namespace, String name) {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** What is here and was not there. */
    Set<String> without(Inventory before) {
        Set<String> names = new TreeSet<>(objects.keySet());
        names.removeAll(before.objects.keySet());
        return names;
    }
}
