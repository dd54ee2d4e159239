package dev.chartwright.cluster;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * The variables of a container, in the order in which a kubelet fills them in.
 *
 * @param variables by name
 */
record ContainerEnvironment(Map<String, String> variables) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([^)]+)\\)");

    static ContainerEnvironment of(Map<String, String> ofImage, JsonNode container, PodFiles files) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        // What a container runtime gives a user that the image does not know.
        variables.put("HOME", "/");
        variables.put("KUBERNETES_SERVICE_HOST", PodNetwork.SERVICES.replaceFirst("\\.0/.*", ".1"));
        variables.put("KUBERNETES_SERVICE_PORT", "443");
        variables.putAll(ofImage);
        ContainerEnvironment environment = new ContainerEnvironment(variables);
        container.path("envFrom").forEach(source -> variables.putAll(everything(source, files)));
        for (JsonNode variable : container.path("env")) {
            String name = variable.path("name").asString("");
            variables.put(
                    name,
                    variable.has("valueFrom")
                            ? value(variable.path("valueFrom"), files)
                            : environment.expand(variable.path("value").asString("")));
        }
        return environment;
    }

    /** The text with each `$(NAME)` that is known replaced. */
    String expand(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
    }

    private static Map<String, String> everything(JsonNode source, PodFiles files) {
        Map<String, byte[]> data = source.has("secretRef")
                ? files.secret(source.at("/secretRef/name").asString(""))
                : files.configMap(source.at("/configMapRef/name").asString(""));
        Map<String, String> variables = new LinkedHashMap<>();
        data.forEach((name, value) -> variables.put(name, new String(value, StandardCharsets.UTF_8)));
        return variables;
    }

    private static String value(JsonNode source, PodFiles files) {
        if (source.has("fieldRef")) {
            return files.field(source.at("/fieldRef/fieldPath").asString(""));
        }
        boolean secret = source.has("secretKeyRef");
        JsonNode reference = source.path(secret ? "secretKeyRef" : "configMapKeyRef");
        String name = reference.path("name").asString("");
        String key = reference.path("key").asString("");
        byte[] value = (secret ? files.secret(name) : files.configMap(name)).get(key);
        if (value == null) {
            throw new PodFiles.Missing("key " + key + " of " + name);
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
