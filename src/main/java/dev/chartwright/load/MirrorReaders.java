package dev.chartwright.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names the namespaces that may mirror a Secret where the values leave them out: those of the platform's own mirrors.
 *
 * <p>The reflector takes a Secret without such a list for one that every namespace may read.
 */
final class MirrorReaders {
    private static final String NAMESPACE = "namespace";
    private static final String NAMESPACES = "namespaces";

    private final List<Part> parts;

    /**
     * Looks at a document whose references are resolved.
     *
     * @param document an environment
     */
    MirrorReaders(JsonNode document) {
        Stream<Part> applications = document.path("applications")
                .valueStream()
                .map(application -> new Part(application, application.at("/data/secrets")));
        Stream<Part> others = Stream.of("rabbitmq", "redis", "minio", "postgres")
                .map(document::path)
                .map(part -> new Part(part, part.path("secrets")));
        parts = Stream.concat(applications, others).toList();
    }

    void fill() {
        for (Part part : parts) {
            for (Map.Entry<String, JsonNode> secret : part.secrets().properties()) {
                if (secret.getValue().path("reflection") instanceof ObjectNode reflection
                        && !reflection.has(NAMESPACES)) {
                    readers(part.namespace(), secret.getKey()).forEach(reflection.putArray(NAMESPACES)::add);
                }
            }
        }
    }

    private Stream<String> readers(String namespace, String secret) {
        return parts.stream()
                .filter(part -> part.mirrors(namespace, secret))
                .map(Part::namespace)
                .distinct();
    }

    /** A component that has Secrets. */
    private record Part(JsonNode root, JsonNode secrets) {
        String namespace() {
            return root.path(NAMESPACE).asString("");
        }

        boolean mirrors(String source, String name) {
            return secrets.valueStream()
                    .map(secret -> secret.path("reflected"))
                    .anyMatch(mirror -> mirror.path(NAMESPACE).asString("").equals(source)
                            && mirror.path("secret").asString("").equals(name));
        }
    }
}
