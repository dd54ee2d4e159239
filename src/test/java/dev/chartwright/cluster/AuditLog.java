package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API server was asked.
 *
 * @param file one event a line
 */
record AuditLog(Path file) {
    static final String POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules: [{level: Metadata}]
            """;

    private static final int FORBIDDEN = 403;

    /** What accounts of pods asked for and may not have, each once. */
    Set<String> refused() throws IOException {
        Set<String> refused = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode event = read(line);
            String user = event.at("/user/username").asString("");
            if (event.at("/responseStatus/code").asInt(0) == FORBIDDEN && user.startsWith("system:serviceaccount:")) {
                refused.add(user + " " + event.path("verb").asString("") + " "
                        + event.path("requestURI").asString(""));
            }
        }
        return refused;
    }

    /** The last line may be half written. */
    private static JsonNode read(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException half) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
