package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of the kinds that add-ons bring, from the definitions of their projects: structure and rules, no sentences. */
final class AddonModel {
    private static final List<String> NAMES = List.of(
            "certificates.cert-manager.io",
            "clusterissuers.cert-manager.io",
            "issuers.cert-manager.io",
            "clustersecretstores.external-secrets.io",
            "externalsecrets.external-secrets.io",
            "secretstores.external-secrets.io",
            "gatewayclasses.gateway.networking.k8s.io",
            "gateways.gateway.networking.k8s.io",
            "grpcroutes.gateway.networking.k8s.io",
            "httproutes.gateway.networking.k8s.io",
            "referencegrants.gateway.networking.k8s.io",
            "helmchartconfigs.helm.cattle.io",
            "sealedsecrets.bitnami.com",
            "servicemonitors.monitoring.coreos.com",
            "ingressroutes.traefik.io",
            "ingressroutetcps.traefik.io",
            "ingressrouteudps.traefik.io",
            "middlewares.traefik.io",
            "middlewaretcps.traefik.io",
            "serverstransports.traefik.io",
            "serverstransporttcps.traefik.io",
            "tlsoptions.traefik.io",
            "tlsstores.traefik.io",
            "traefikservices.traefik.io");

    /** What a controller says, and what only people read. */
    private static final Set<String> LEFT_OUT =
            Set.of("description", "message", "messageExpression", "reason", "status", "example");

    /** Parts of pods and clouds that the schema leaves open, for their size. */
    private static final Set<String> OPEN = Set.of("podTemplate", "affinity");

    private static final String PROVIDERS = "/spec/provider";
    private static final Set<String> PROVIDERS_HELD = Set.of("aws", "kubernetes", "vault");

    private AddonModel() {}

    /** One line for each kind and version. */
    static String schemas(Path upstream) {
        TreeMap<String, String> lines = new TreeMap<>();
        var files = CrdFile.published(upstream);
        for (String name : NAMES) {
            CrdFile file = files.get(name);
            file.versions().stream()
                    .filter(version -> version.path("served").asBoolean(false))
                    .filter(version -> !version.path("name").asString("").contains("beta"))
                    .forEach(version -> lines.put(key(file, version), line(file, version)));
        }
        return lines.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String key(CrdFile file, JsonNode version) {
        return file.spec().path("group").asString() + "/"
                + version.path("name").asString() + " "
                + file.spec().at("/names/kind").asString();
    }

    private static String line(CrdFile file, JsonNode version) {
        String folder = file.path().getParent().getFileName().toString();
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("from", "the CRD of " + folder.replaceFirst("-(?=[0-9])", " "));
        line.set("schema", bare("", CrdFile.schema(version)));
        return line.toString();
    }

    private static JsonNode bare(String path, JsonNode schema) {
        if (isOpen(path)) {
            return JsonMapper.shared().createObjectNode().put("type", "object").put(StructuralSchema.OPEN, true);
        }
        ObjectNode bare = JsonMapper.shared().createObjectNode();
        schema.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            switch (key) {
                case "properties" -> bare.set(key, properties(path, value));
                case "items", "additionalProperties" ->
                    bare.set(key, value.isObject() ? bare(path + "/*", value) : value);
                case "x-kubernetes-validations" -> rules(value, bare);
                default -> {
                    if (!LEFT_OUT.contains(key)) {
                        bare.set(key, value);
                    }
                }
            }
        });
        return bare;
    }

    private static ObjectNode properties(String path, JsonNode properties) {
        ObjectNode bare = JsonMapper.shared().createObjectNode();
        properties.properties().stream()
                .filter(entry -> !(path.isEmpty() && entry.getKey().equals("status")))
                .forEach(entry -> bare.set(entry.getKey(), bare(path + "/" + entry.getKey(), entry.getValue())));
        return bare;
    }

    /** Rules about updates have no say in a chart. */
    private static void rules(JsonNode rules, ObjectNode bare) {
        List<JsonNode> kept = rules.valueStream()
                .map(rule -> rule.path("rule"))
                .filter(rule -> !rule.asString().contains("oldSelf"))
                .toList();
        if (!kept.isEmpty()) {
            var list = bare.putArray("x-kubernetes-validations");
            kept.forEach(rule -> list.addObject().set("rule", rule));
        }
    }

    private static boolean isOpen(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean provider = path.equals(PROVIDERS + "/" + name) && !PROVIDERS_HELD.contains(name);
        return OPEN.contains(name) || provider;
    }
}
