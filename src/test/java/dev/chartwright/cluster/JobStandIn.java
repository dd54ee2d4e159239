package dev.chartwright.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.chartwright.cluster.Discovery.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs Jobs where no controller and no node does: what their containers' {@code kubectl delete} would do, with the
 * rights of their ServiceAccount, and then says that they are complete. What it deletes loses its finalizers, because
 * an operator is there as long as a Job is: Helm runs hooks before it deletes anything.
 */
final class JobStandIn {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JOBS = "/apis/batch/v1/jobs";
    private static final int PAUSE_MILLIS = 250;

    /** Takes the finalizers off an object. */
    static final JsonNode WITHOUT_FINALIZERS = JSON.readTree("{\"metadata\": {\"finalizers\": null}}");

    private final KubeApi api;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private JobStandIn(KubeApi api) {
        this.api = api;
    }

    /** Starts to look after Jobs, until the JVM ends. */
    static JobStandIn start(KubeApi api) {
        JobStandIn standIn = new JobStandIn(api);
        Thread thread = new Thread(standIn::watch, "jobs");
        thread.setDaemon(true);
        thread.start();
        return standIn;
    }

    /** What went wrong since somebody asked last. */
    List<String> failures() {
        List<String> told = List.copyOf(failures);
        failures.removeAll(told);
        return told;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (JsonNode job : api.get(JOBS).body().path("items")) {
                    if (job.at("/status/conditions").isEmpty()) {
                        finish(job);
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException broken) {
                failures.add(broken.toString());
            }
        }
    }

    private void finish(JsonNode job) {
        boolean done = run(job);
        KubeApi.Answer answer = api.mergePatch(path(job) + "/status", status(done));
        if (!answer.isDone()) {
            failures.add("status of " + path(job) + ": " + answer.message());
        }
    }

    private boolean run(JsonNode job) {
        JsonNode pod = job.at("/spec/template/spec");
        try {
            for (JsonNode container : deletions(pod)) {
                delete(
                        as(job, pod),
                        KubectlDelete.read(
                                container, job.at("/metadata/namespace").asString("")));
            }
            return true;
        } catch (IllegalArgumentException | IllegalStateException refused) {
            failures.add(path(job) + ": " + refused.getMessage());
            return false;
        }
    }

    private KubeApi as(JsonNode job, JsonNode pod) {
        return api.as(
                job.at("/metadata/namespace").asString(""),
                pod.path("serviceAccountName").asString("default"));
    }

    /** Every container but the one that only prints. */
    private static List<JsonNode> deletions(JsonNode pod) {
        return pod.path("containers")
                .valueStream()
                .filter(container -> !container.at("/command/1").asString("").equals("config"))
                .toList();
    }

    private void delete(KubeApi account, KubectlDelete command) {
        // kubectl may read what kinds there are, as every account may.
        Discovery discovery = new Discovery(account);
        for (String type : command.types()) {
            Kind kind = discovery.called(type);
            JsonNode list = account.get(kind.collection(command.namespace()))
                    .demandDone()
                    .body();
            for (JsonNode item : list.path("items")) {
                String name = item.at("/metadata/name").asString("");
                String path = kind.object(command.namespace(), name);
                account.delete(path).demandDone();
                api.mergePatch(path, WITHOUT_FINALIZERS);
                // It waits by reading the object until there is none.
                KubeApi.Answer left = account.get(path);
                if (left.code() != 404) {
                    throw new IllegalStateException("is still there or cannot be read: " + left.message());
                }
            }
        }
    }

    private static ObjectNode status(boolean done) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode status = patch.putObject("status");
        status.put("startTime", now);
        status.put(done ? "succeeded" : "failed", 1);
        status.putObject("uncountedTerminatedPods");
        ArrayNode conditions = status.putArray("conditions");
        if (done) {
            status.put("completionTime", now);
        }
        for (String type : done ? List.of("SuccessCriteriaMet", "Complete") : List.of("FailureTarget", "Failed")) {
            conditions
                    .addObject()
                    .put("type", type)
                    .put("status", "True")
                    .put("lastProbeTime", now)
                    .put("lastTransitionTime", now);
        }
        return patch;
    }

    private static String path(JsonNode job) {
        return "/apis/batch/v1/namespaces/" + job.at("/metadata/namespace").asString("") + "/jobs/"
                + job.at("/metadata/name").asString("");
    }
}
