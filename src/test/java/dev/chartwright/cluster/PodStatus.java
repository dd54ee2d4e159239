package dev.chartwright.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of a pod as a kubelet writes it. */
enum PodStatus {
    STARTING("Pending", false),
    RUNNING("Running", false),
    READY("Running", true),
    SUCCEEDED("Succeeded", false),
    FAILED("Failed", false);

    private final String phase;
    private final boolean ready;

    PodStatus(String phase, boolean ready) {
        this.phase = phase;
        this.ready = ready;
    }

    boolean hasEnded() {
        return this == SUCCEEDED || this == FAILED;
    }

    /** A merge patch for the status of a pod at an address. */
    ObjectNode patch(JsonNode pod, String address) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        ObjectNode status = patch.putObject("status");
        status.put("phase", phase).put("hostIP", PodNetwork.NODE).put("podIP", address);
        status.put("startTime", pod.at("/metadata/creationTimestamp").asString(now()));
        status.putArray("podIPs").addObject().put("ip", address);
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "PodScheduled", true);
        condition(conditions, "Initialized", this != STARTING);
        condition(conditions, "ContainersReady", ready);
        condition(conditions, "Ready", ready);
        containers(status.putArray("initContainerStatuses"), pod.at("/spec/initContainers"), true);
        containers(status.putArray("containerStatuses"), pod.at("/spec/containers"), hasEnded());
        return patch;
    }

    private void containers(ArrayNode statuses, JsonNode containers, boolean ended) {
        for (JsonNode container : containers) {
            ObjectNode one = statuses.addObject();
            one.put("name", container.path("name").asString(""));
            one.put("image", container.path("image").asString("")).put("imageID", "");
            one.put("restartCount", 0).put("ready", ready || ended && this != FAILED);
            ObjectNode state = one.putObject("state");
            if (this == STARTING) {
                state.putObject("waiting").put("reason", "ContainerCreating");
            } else if (ended) {
                state.putObject("terminated")
                        .put("exitCode", this == FAILED ? 1 : 0)
                        .put("finishedAt", now());
            } else {
                state.putObject("running").put("startedAt", now());
            }
        }
    }

    private static void condition(ArrayNode conditions, String type, boolean value) {
        conditions
                .addObject()
                .put("type", type)
                .put("status", value ? "True" : "False")
                .put("lastTransitionTime", now());
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
