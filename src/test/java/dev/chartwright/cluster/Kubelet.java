package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A node of one machine: takes every pod, runs it, says how it is, and lets it go. */
final class Kubelet {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PODS = "/api/v1/pods";
    private static final String NAME = "node";
    private static final int PORT = 10250;
    private static final int PAUSE_MILLIS = 300;

    private final KubeApi api;
    private final Programs programs;
    private final PodNetwork network;
    private final Path folder;
    private final Process commands;
    private final Map<String, RunningPod> running = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Set<String> dead = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private Kubelet(KubeApi api, Programs programs, PodNetwork network, Path folder, Process commands) {
        this.api = api;
        this.programs = programs;
        this.network = network;
        this.folder = folder;
        this.commands = commands;
    }

    /** Makes the node and looks after its pods, until it is stopped. */
    static Kubelet start(ApiServer server, KubeApi api, Programs programs, PodNetwork network, Path folder)
            throws IOException {
        Process commands = new ProcessBuilder(
                        programs.folder().resolve("kubelet-exec").toString(),
                        PodNetwork.NODE + ":" + PORT,
                        server.certificate().toString(),
                        server.key().toString(),
                        folder.toString())
                .inheritIO()
                .start();
        Kubelet kubelet = new Kubelet(api, programs, network, folder, commands);
        ObjectNode node = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Node");
        node.putObject("metadata").put("name", NAME).putObject("labels").put("kubernetes.io/hostname", NAME);
        api.post("/api/v1/nodes", node).demandDone();
        api.mergePatch("/api/v1/nodes/" + NAME + "/status", reachable()).demandDone();
        Thread thread = new Thread(kubelet::watch, "kubelet");
        thread.setDaemon(true);
        thread.start();
        return kubelet;
    }

    /** Where the API server finds the one who runs commands in containers. */
    private static ObjectNode reachable() {
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode status = patch.putObject("status");
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", PodNetwork.NODE);
        status.putObject("daemonEndpoints").putObject("kubeletEndpoint").put("Port", PORT);
        return patch;
    }

    /** What it could not do. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** From now on no program starts for such an image, as if nobody had it; what runs is killed. */
    void lose(String image) {
        dead.add(image);
        running.values().stream().filter(this::isLost).forEach(RunningPod::stop);
    }

    void stop() {
        stopped = true;
        commands.destroyForcibly();
        running.values().forEach(RunningPod::stop);
    }

    private void watch() {
        while (!stopped) {
            try {
                Set<String> seen = new HashSet<>();
                for (JsonNode pod : api.get(PODS).demandDone().body().path("items")) {
                    seen.add(uid(pod));
                    look(pod);
                }
                running.keySet().stream()
                        .filter(uid -> !seen.contains(uid))
                        .toList()
                        .forEach(uid -> running.remove(uid).stop());
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException over) {
                return;
            } catch (IOException | RuntimeException broken) {
                if (!stopped) {
                    failures.add(broken.toString());
                }
            }
        }
    }

    private void look(JsonNode pod) throws IOException {
        if (pod.at("/metadata").has("deletionTimestamp")) {
            if (running.containsKey(uid(pod))) {
                running.get(uid(pod)).stop();
            }
            api.delete(path(pod) + "?gracePeriodSeconds=0");
        } else if (pod.at("/spec/nodeName").asString("").isEmpty()) {
            bind(pod);
        } else {
            RunningPod one = running.computeIfAbsent(
                    uid(pod), uid -> new RunningPod(pod, api, programs, network, folder.resolve(folderName(pod))));
            PodStatus status = isLost(one) ? PodStatus.STARTING : one.proceed();
            if (status != one.told() || pod.at("/status/podIP").asString("").isEmpty()) {
                one.tell(status);
                api.mergePatch(path(pod) + "/status", status.patch(pod, one.address()));
            }
        }
    }

    private boolean isLost(RunningPod pod) {
        for (JsonNode container : pod.pod().at("/spec/containers")) {
            if (dead.stream().anyMatch(container.path("image").asString("")::contains)) {
                return true;
            }
        }
        return false;
    }

    private void bind(JsonNode pod) {
        ObjectNode binding = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Binding");
        binding.putObject("metadata").put("name", pod.at("/metadata/name").asString(""));
        binding.putObject("target").put("apiVersion", "v1").put("kind", "Node").put("name", NAME);
        api.post(path(pod) + "/binding", binding);
    }

    private static String folderName(JsonNode pod) {
        return pod.at("/metadata/namespace").asString("") + "."
                + pod.at("/metadata/name").asString("") + "." + uid(pod).substring(0, 4);
    }

    private static String uid(JsonNode pod) {
        return pod.at("/metadata/uid").asString("");
    }

    private static String path(JsonNode pod) {
        return "/api/v1/namespaces/" + pod.at("/metadata/namespace").asString("") + "/pods/"
                + pod.at("/metadata/name").asString("");
    }
}
