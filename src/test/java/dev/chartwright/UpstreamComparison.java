package dev.chartwright;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Where a compact CustomResourceDefinition disagrees with the full one of its project. */
final class UpstreamComparison {
    private static final List<String> SHARED = List.of(
            "type",
            "default",
            "format",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "maxItems",
            StructuralSchema.INT_OR_STRING,
            "x-kubernetes-map-type",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-validations");

    /** Structures of Kubernetes itself: the API server checks and fills them when the operator writes the pod. */
    private static final Set<String> CORE = Set.of(
            "additionalVolumeMounts",
            "additionalVolumes",
            "affinity",
            "claims",
            "containers",
            "containerSecurityContext",
            "dataSource",
            "dataSourceRef",
            "env",
            "initContainer",
            "initContainers",
            "lifecycle",
            "liveness",
            "livenessProbe",
            "nodeConfVolumeClaimTemplate",
            "podSecurityContext",
            "readiness",
            "readinessProbe",
            "resources",
            "securityContext",
            "selector",
            "sideCars",
            "sidecars",
            "startup",
            "statefulSet",
            "status",
            "tolerations",
            "topologySpreadConstraints",
            "valueFrom",
            "volumeClaimTemplate",
            "volumeMount");

    private static final Set<String> MERGED = Set.of("map", "set");

    private final List<String> differences = new ArrayList<>();

    /** Lists that are one value, as far as they were met. */
    private final List<String> replaced = new ArrayList<>();

    private UpstreamComparison() {}

    static List<String> differences(CrdFile compact, CrdFile upstream) {
        UpstreamComparison comparison = new UpstreamComparison();
        for (String key : List.of("group", "scope", "names", "conversion")) {
            comparison.same(key, compact.spec().path(key), upstream.spec().path(key));
        }
        List<JsonNode> versions = upstream.versions();
        comparison.expect(versions.size() == compact.versions().size(), "versions", "not as many");
        for (int i = 0; i < Math.min(versions.size(), compact.versions().size()); i++) {
            comparison.version(compact.versions().get(i), versions.get(i));
        }
        return comparison.differences;
    }

    private void version(JsonNode compact, JsonNode upstream) {
        String name = upstream.path("name").asString("");
        for (String key : List.of("name", "served", "storage", "subresources")) {
            same(name + " " + key, compact.path(key), upstream.path(key));
        }
        same(name + " columns", columns(compact), columns(upstream));
        node("", CrdFile.schema(compact), CrdFile.schema(upstream));
    }

    private static List<Map<String, JsonNode>> columns(JsonNode version) {
        return CrdFile.elements(version.path("additionalPrinterColumns")).stream()
                .map(column -> Map.of(
                        "name", column.path("name"),
                        "type", column.path("type"),
                        "jsonPath", column.path("jsonPath"),
                        "priority", column.path("priority")))
                .toList();
    }

    private void node(String path, JsonNode compact, JsonNode upstream) {
        if (isOpaque(compact)) {
            same(path + " type", compact.path("type"), upstream.path("type"));
            same(path + " default", compact.path("default"), upstream.path("default"));
            lost(path, upstream);
            return;
        }
        SHARED.forEach(key -> same(path + " " + key, compact.path(key), upstream.path(key)));
        same(path + " required", names(compact.path("required")), names(upstream.path("required")));
        properties(path, compact, upstream);
        if (compact.has("items")) {
            node(elements(path, upstream), compact.path("items"), upstream.path("items"));
        }
        if (compact.has("additionalProperties")) {
            node(path + "{}", compact.path("additionalProperties"), upstream.path("additionalProperties"));
        }
    }

    private void properties(String path, JsonNode compact, JsonNode upstream) {
        Set<String> known = new HashSet<>(compact.path("properties").propertyNames());
        Set<String> theirs = new TreeSet<>(upstream.path("properties").propertyNames());
        theirs.addAll(known);
        for (String name : theirs) {
            String child = path + "." + name;
            JsonNode original = upstream.path("properties").path(name);
            if (!known.contains(name)) {
                expect(compact.has(StructuralSchema.OPEN), child, "would be pruned");
                lost(child, original);
            } else if (original.isMissingNode()) {
                expect(false, child, "is not upstream");
            } else {
                node(child, compact.path("properties").path(name), original);
            }
        }
    }

    /** What a part of the upstream schema decides, where the compact one leaves everything open. */
    private void lost(String path, JsonNode upstream) {
        if (!isCore(path)) {
            JsonNode value = upstream.path("default");
            expect(value.isMissingNode() || value.asString("-").isEmpty(), path, "loses the default " + value);
            expect(!upstream.has("required"), path, "loses required " + upstream.path("required"));
        }
        upstream.path("properties").properties().forEach(child -> lost(path + "." + child.getKey(), child.getValue()));
        if (upstream.has("items")) {
            lostList(path, upstream);
        }
    }

    /**
     * A list in an open part is one value: what somebody writes into it makes the whole list theirs, and the next
     * server-side apply a conflict. So lists that merge must be told; below one that does not merge nothing does.
     */
    private void lostList(String path, JsonNode upstream) {
        boolean isApart = path.contains(".status.") || replaced.stream().anyMatch(path::startsWith);
        expect(!merges(upstream) || isApart, path, "loses the list type of a list that is merged");
        lost(elements(path, upstream), upstream.path("items"));
    }

    private String elements(String path, JsonNode upstream) {
        if (!merges(upstream)) {
            replaced.add(path + "[]");
        }
        return path + "[]";
    }

    private static boolean merges(JsonNode list) {
        return MERGED.contains(list.path("x-kubernetes-list-type").asString(""));
    }

    private static boolean isCore(String path) {
        return Stream.of(path.split("[.\\[\\]]+")).anyMatch(CORE::contains);
    }

    private static boolean isOpaque(JsonNode node) {
        return node.has(StructuralSchema.OPEN) && !node.has("properties");
    }

    private static Set<String> names(JsonNode array) {
        return new TreeSet<>(CrdFile.texts(array));
    }

    private void same(String what, Object compact, Object upstream) {
        expect(compact.equals(upstream), what, compact + " but upstream " + upstream);
    }

    private void expect(boolean holds, String what, String difference) {
        if (!holds) {
            differences.add(what + ": " + difference);
        }
    }
}
