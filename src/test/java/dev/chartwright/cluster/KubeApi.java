package dev.chartwright.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API server over HTTP. */
final class KubeApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRIES = 100;
    private static final int PAUSE_MILLIS = 200;
    private static final String ACCOUNT_PREFIX = "system:serviceaccounts";

    private final KubeConfig config;
    private final HttpClient client;
    private final List<String> identity;

    KubeApi(KubeConfig config) {
        this(
                config,
                HttpClient.newBuilder()
                        .sslContext(config.tls())
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build(),
                List.of());
    }

    private KubeApi(KubeConfig config, HttpClient client, List<String> identity) {
        this.config = config;
        this.client = client;
        this.identity = identity;
    }

    /**
     * What the server said.
     *
     * @param code HTTP status
     * @param body JSON, or a text node with what is none
     * @param warnings texts of the Warning headers
     */
    record Answer(int code, JsonNode body, List<String> warnings) {
        boolean isDone() {
            return code / 100 == 2;
        }

        Answer demandDone() {
            if (!isDone()) {
                throw new IllegalStateException(message());
            }
            return this;
        }

        String message() {
            return code + " " + body.path("message").asString(body.asString(""));
        }
    }

    /** The same server, seen by a ServiceAccount with its own rights. */
    KubeApi as(String namespace, String account) {
        List<String> headers = List.of(
                "Impersonate-User",
                "system:serviceaccount:" + namespace + ":" + account,
                "Impersonate-Group",
                ACCOUNT_PREFIX,
                "Impersonate-Group",
                ACCOUNT_PREFIX + ":" + namespace,
                "Impersonate-Group",
                "system:authenticated");
        return new KubeApi(config, client, headers);
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty(), BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, Optional.empty(), BodyPublishers.noBody());
    }

    Answer post(String path, String yaml) {
        return send("POST", path, Optional.of("application/yaml"), BodyPublishers.ofString(yaml));
    }

    Answer post(String path, JsonNode object) {
        return send("POST", path, Optional.of("application/json"), body(object));
    }

    Answer put(String path, JsonNode object) {
        return send("PUT", path, Optional.of("application/json"), body(object));
    }

    Answer mergePatch(String path, JsonNode patch) {
        return send("PATCH", path, Optional.of("application/merge-patch+json"), body(patch));
    }

    private static BodyPublisher body(JsonNode object) {
        return BodyPublishers.ofString(JSON.writeValueAsString(object));
    }

    private Answer send(String method, String path, Optional<String> type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(config.server() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .method(method, body);
        type.ifPresent(name -> request.header("Content-Type", name));
        config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        for (int i = 0; i < identity.size(); i += 2) {
            request.header(identity.get(i), identity.get(i + 1));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            // As every client of Kubernetes does: a kind that was defined just now is not read at once.
            for (int left = RETRIES; left > 0 && response.statusCode() == TOO_MANY_REQUESTS; left--) {
                Thread.sleep(PAUSE_MILLIS);
                response = client.send(request.build(), BodyHandlers.ofString());
            }
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    new ArrayList<>(response.headers().allValues("Warning")));
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException plainText) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }
}
