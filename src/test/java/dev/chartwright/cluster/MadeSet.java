package dev.chartwright.cluster;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A StatefulSet that an operator makes of its resource. Not every operator says which state of a resource it has
 * looked at; what it makes of it does.
 *
 * @param path where it stands
 * @param image image of its program, as the resource has it
 * @param resources what that container asks for, as the resource has it
 */
record MadeSet(String path, String image, JsonNode resources) {
    /** Those of a custom resource; none of one that is no program. */
    static Stream<MadeSet> of(JsonNode item) {
        String name = item.at("/metadata/name").asString("");
        JsonNode spec = item.path("spec");
        return switch (item.path("kind").asString("")) {
            case "RabbitmqCluster" -> Stream.of(of(item, name + "-server", spec, spec));
            case "Redis" -> Stream.of(of(item, name, spec.path("kubernetesConfig"), spec.path("kubernetesConfig")));
            case "Tenant" ->
                spec.path("pools")
                        .valueStream()
                        .map(pool -> of(item, name + "-" + pool.path("name").asString(""), spec, pool));
            default -> Stream.empty();
        };
    }

    private static MadeSet of(JsonNode item, String name, JsonNode withImage, JsonNode withResources) {
        return new MadeSet(
                "/apis/apps/v1/namespaces/" + item.at("/metadata/namespace").asString("") + "/statefulsets/" + name,
                withImage.path("image").asString(""),
                withResources.path("resources"));
    }

    /**
     * What is missing until every pod is what the resource asks for; empty when nothing is.
     *
     * @param set as it stands at the path
     */
    String fault(JsonNode set) {
        boolean isCurrent = set.at("/spec/template/spec/containers")
                .valueStream()
                .filter(container -> container.path("image").asString("").equals(image))
                .anyMatch(container -> container.path("resources").equals(resources));
        if (!isCurrent) {
            return "its operator has not looked at it since it changed";
        }
        return isRolledOut(set.path("status"), set) ? "" : "its pods are not all new and ready";
    }

    private static boolean isRolledOut(JsonNode status, JsonNode set) {
        int wanted = set.at("/spec/replicas").asInt(0);
        return status.path("observedGeneration").asLong(0)
                        == set.at("/metadata/generation").asLong(0)
                && status.path("readyReplicas").asInt(0) == wanted
                && status.path("updateRevision").equals(status.path("currentRevision"));
    }
}
