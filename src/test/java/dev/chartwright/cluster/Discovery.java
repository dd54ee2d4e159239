package dev.chartwright.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The kinds that a server knows at this moment. */
final class Discovery {
    /** Written by the server about itself, or other views of what has a kind of its own. */
    private static final Set<String> NOT_OURS =
            Set.of("events", "endpoints", "leases", "apiservices", "flowschemas", "prioritylevelconfigurations");

    private final List<Kind> kinds = new ArrayList<>();

    Discovery(KubeApi api) {
        read(api, "/api/v1");
        for (JsonNode group : api.get("/apis").body().path("groups")) {
            String preferred = group.at("/preferredVersion/groupVersion").asString("");
            read(api, "/apis/" + preferred);
            for (JsonNode version : group.path("versions")) {
                String name = version.path("groupVersion").asString("");
                if (!name.equals(preferred)) {
                    read(api, "/apis/" + name);
                }
            }
        }
    }

    /**
     * A kind in one version.
     *
     * @param path of the version, such as /apis/apps/v1
     * @param plural name in paths
     * @param name name in objects
     * @param namespaced whether objects stand in a namespace
     * @param verbs what can be done with them
     */
    record Kind(String path, String plural, String name, boolean namespaced, List<String> verbs) {
        String apiVersion() {
            return path.replaceFirst("^/apis?/", "");
        }

        String group() {
            return apiVersion().contains("/") ? apiVersion().replaceFirst("/.*", "") : "";
        }

        String collection(String namespace) {
            return path + (namespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + plural;
        }

        String object(String namespace, String object) {
            return collection(namespace) + "/" + object;
        }

        private boolean isCalled(String text) {
            String[] parts = text.split("\\.", 2);
            return group().equals(parts.length == 1 ? "" : parts[1])
                    && (plural.equals(parts[0]) || name.toLowerCase(Locale.ROOT).equals(parts[0]));
        }
    }

    /** The kind of an object. */
    Kind of(JsonNode object) {
        String version = object.path("apiVersion").asString("");
        String name = object.path("kind").asString("");
        return kinds.stream()
                .filter(kind -> kind.apiVersion().equals(version) && kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the server knows no " + name + " of " + version));
    }

    /** The kind that kubectl takes this text for, such as rabbitmqclusters.rabbitmq.com. */
    Kind called(String text) {
        return kinds.stream()
                .filter(kind -> kind.isCalled(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the server doesn't have a resource type " + text));
    }

    /** Each kind once, in its preferred version, whose objects a user can make and remove. */
    List<Kind> kept() {
        List<String> seen = new ArrayList<>();
        return kinds.stream()
                .filter(kind -> kind.verbs().containsAll(List.of("list", "create", "delete")))
                .filter(kind -> !NOT_OURS.contains(kind.plural()))
                .filter(kind -> {
                    String name = kind.plural() + "." + kind.group();
                    return !seen.contains(name) && seen.add(name);
                })
                .toList();
    }

    private void read(KubeApi api, String path) {
        for (JsonNode resource : api.get(path).body().path("resources")) {
            String plural = resource.path("name").asString("");
            if (!plural.contains("/")) {
                List<String> verbs = new ArrayList<>();
                resource.path("verbs").forEach(verb -> verbs.add(verb.asString("")));
                kinds.add(new Kind(
                        path,
                        plural,
                        resource.path("kind").asString(""),
                        resource.path("namespaced").asBoolean(false),
                        verbs));
            }
        }
    }
}
