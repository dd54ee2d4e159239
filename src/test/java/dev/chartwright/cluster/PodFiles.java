package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The volumes of a pod as folders.
 *
 * @param api what Secrets, ConfigMaps and tokens are read from
 * @param pod whose volumes
 * @param folder where they are written, one folder each
 */
record PodFiles(KubeApi api, JsonNode pod, Path folder) {
    private static final int TOKEN_SECONDS = 3600;

    /** Told when something that a pod needs is not there yet. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String what) {
            super(what);
        }
    }

    /** Writes all of them; a claim and an `emptyDir` are empty folders that anybody may write into. */
    void write() throws IOException {
        for (JsonNode volume : pod.at("/spec/volumes")) {
            Path place =
                    Files.createDirectories(folder.resolve(volume.path("name").asString("")));
            if (volume.has("projected")) {
                for (JsonNode source : volume.at("/projected/sources")) {
                    writeSource(place, source);
                }
            } else {
                writeSource(place, volume);
            }
        }
    }

    private void writeSource(Path place, JsonNode source) throws IOException {
        if (source.has("secret")) {
            JsonNode from = source.path("secret");
            writeKeys(
                    place,
                    from,
                    secret(from.path("secretName").asString(from.path("name").asString(""))));
        } else if (source.has("configMap")) {
            JsonNode from = source.path("configMap");
            writeKeys(place, from, configMap(from.path("name").asString("")));
        } else if (source.has("serviceAccountToken")) {
            Files.writeString(
                    place.resolve(source.at("/serviceAccountToken/path").asString("")), token());
        } else if (source.has("downwardAPI")) {
            for (JsonNode item : source.at("/downwardAPI/items")) {
                Files.writeString(
                        place.resolve(item.path("path").asString("")),
                        field(item.at("/fieldRef/fieldPath").asString("")));
            }
        }
    }

    private static void writeKeys(Path place, JsonNode source, Map<String, byte[]> data) throws IOException {
        if (source.path("items").isEmpty()) {
            for (Map.Entry<String, byte[]> entry : data.entrySet()) {
                Files.write(place.resolve(entry.getKey()), entry.getValue());
            }
        }
        for (JsonNode item : source.path("items")) {
            Path file = place.resolve(item.path("path").asString(""));
            Files.createDirectories(file.getParent());
            String key = item.path("key").asString("");
            if (!data.containsKey(key)) {
                throw new Missing("key " + key);
            }
            Files.write(file, data.get(key));
        }
    }

    /** Decoded. */
    Map<String, byte[]> secret(String name) {
        Map<String, byte[]> data = new TreeMap<>();
        object("secrets", name)
                .path("data")
                .properties()
                .forEach(entry -> data.put(
                        entry.getKey(),
                        Base64.getDecoder().decode(entry.getValue().asString(""))));
        return data;
    }

    Map<String, byte[]> configMap(String name) {
        Map<String, byte[]> data = new TreeMap<>();
        object("configmaps", name)
                .path("data")
                .properties()
                .forEach(entry ->
                        data.put(entry.getKey(), entry.getValue().asString("").getBytes(StandardCharsets.UTF_8)));
        return data;
    }

    private JsonNode object(String plural, String name) {
        KubeApi.Answer answer = api.get("/api/v1/namespaces/" + namespace() + "/" + plural + "/" + name);
        if (!answer.isDone()) {
            throw new Missing(plural + " " + name);
        }
        return answer.body();
    }

    private String token() {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.putObject("spec")
                .put("expirationSeconds", TOKEN_SECONDS)
                .putObject("boundObjectRef")
                .put("kind", "Pod")
                .put("apiVersion", "v1")
                .put("name", pod.at("/metadata/name").asString(""))
                .put("uid", pod.at("/metadata/uid").asString(""));
        String account = pod.at("/spec/serviceAccountName").asString("default");
        return api.post("/api/v1/namespaces/" + namespace() + "/serviceaccounts/" + account + "/token", request)
                .demandDone()
                .body()
                .at("/status/token")
                .asString("");
    }

    /** What a `fieldPath` names; addresses are those of the status. */
    String field(String path) {
        String pointer = "/"
                + path.replace("['", ".").replace("']", "").replace("/", "~1").replace('.', '/');
        return pod.at(pointer).asString("");
    }

    private String namespace() {
        return pod.at("/metadata/namespace").asString("");
    }
}
