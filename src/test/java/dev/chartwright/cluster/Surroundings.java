package dev.chartwright.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

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

    void into(TestCluster cluster) throws InterruptedException {
        namespaces.forEach(cluster::makeNamespace);
        for (JsonNode definition : definitions.values()) {
            KubeApi.Answer answer = cluster.define(definition);
            assertThat(answer.isDone()).as(answer.message()).isTrue();
        }
    }
}
