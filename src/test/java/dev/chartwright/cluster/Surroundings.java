package dev.chartwright.cluster;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * What an environment expects to find in its cluster.
 *
 * @param namespaces made by somebody else
 * @param definitions of the add-ons
 */
record Surroundings(List<String> namespaces, Map<String, JsonNode> definitions) {
    static Surroundings of(PackedEnvironment environment) {
        Map<String, JsonNode> definitions = new TreeMap<>();
        if (environment.needsAddons()) {
            definitions.putAll(UpstreamDefinitions.read().oldest());
            definitions.keySet().removeAll(environment.definitions().keySet());
        }
        return new Surroundings(environment.existingNamespaces(), definitions);
    }

    /** A cluster that holds this and nothing else. */
    TestCluster cluster() throws IOException, InterruptedException, GeneralSecurityException {
        return TestCluster.holding(namespaces, definitions);
    }
}
