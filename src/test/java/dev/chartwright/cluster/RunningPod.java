package dev.chartwright.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import dev.chartwright.cluster.PodNetwork.Place;
import dev.chartwright.cluster.Programs.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A pod at work on the node: processes for containers whose programs are here, open ports for the others. */
final class RunningPod {
    private static final int GRACE_SECONDS = 15;

    private final JsonNode pod;
    private final Programs programs;
    private final Place place;
    private final PodFiles files;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final List<HttpServer> played = new ArrayList<>();
    private int initialized;
    private PodStatus told = PodStatus.STARTING;

    RunningPod(JsonNode pod, KubeApi api, Programs programs, PodNetwork network, Path folder) {
        this.programs = programs;
        this.place = isPlayed(pod, programs) ? network.play() : network.add();
        ((ObjectNode) pod.path("status")).put("podIP", place.address()).put("hostIP", PodNetwork.NODE);
        this.pod = pod;
        this.files = new PodFiles(api, pod, folder);
    }

    private static boolean isPlayed(JsonNode pod, Programs programs) {
        for (JsonNode container : pod.at("/spec/containers")) {
            if (programs.of(container.path("image").asString("")).isPresent()) {
                return false;
            }
        }
        return true;
    }

    JsonNode pod() {
        return pod;
    }

    String address() {
        return place.address();
    }

    PodStatus told() {
        return told;
    }

    void tell(PodStatus status) {
        told = status;
    }

    /** Goes on with what is to be done next and says how far the pod is. */
    PodStatus proceed() throws IOException {
        if (told.hasEnded()) {
            return told;
        }
        try {
            if (!Files.exists(files.folder())) {
                Files.createDirectories(files.folder());
                files.write();
            }
            return initialize();
        } catch (PodFiles.Missing notYet) {
            stop();
            delete(files.folder());
            return PodStatus.STARTING;
        }
    }

    private PodStatus initialize() throws IOException {
        JsonNode containers = pod.at("/spec/initContainers");
        while (initialized < containers.size()) {
            JsonNode container = containers.get(initialized);
            Optional<Process> process = process(container);
            if (process.isPresent() && process.get().isAlive() && !isSidecar(container)) {
                return PodStatus.STARTING;
            }
            if (process.isPresent() && !isSidecar(container) && process.get().exitValue() != 0) {
                return failed(container);
            }
            initialized++;
        }
        return run();
    }

    private static boolean isSidecar(JsonNode container) {
        return container.path("restartPolicy").asString("").equals("Always");
    }

    private PodStatus run() throws IOException {
        boolean ready = true;
        boolean alive = false;
        for (JsonNode container : pod.at("/spec/containers")) {
            Optional<Process> process = process(container);
            if (process.isEmpty()) {
                play(container);
                alive = true;
            } else if (process.get().isAlive()) {
                alive = true;
                tellProcess(container, process.get());
            } else if (process.get().exitValue() != 0 || restarts()) {
                return failed(container);
            }
            ready &= process.isEmpty() || process.get().isAlive() && new Probe(container, place.address()).isReady();
        }
        if (!alive) {
            return PodStatus.SUCCEEDED;
        }
        return ready ? PodStatus.READY : PodStatus.RUNNING;
    }

    /** For those who run a command beside it. */
    private void tellProcess(JsonNode container, Process process) throws IOException {
        Optional<ProcessHandle> first = process.children().findFirst();
        if (first.isPresent()) {
            Files.writeString(
                    beside(container, ".pid"), Long.toString(first.get().pid()));
        }
    }

    /** A file about a container, under the name by which the API server asks for it. */
    private Path beside(JsonNode container, String ending) {
        return files.folder()
                .resolveSibling(pod.at("/metadata/namespace").asString("") + "."
                        + pod.at("/metadata/name").asString("") + "."
                        + container.path("name").asString("") + ending);
    }

    /** Begun anew with the next look, unless the pod is one that runs once. */
    private PodStatus failed(JsonNode container) {
        if (!restarts()) {
            return PodStatus.FAILED;
        }
        processes.remove(container.path("name").asString(""));
        return PodStatus.RUNNING;
    }

    private boolean restarts() {
        return pod.at("/spec/restartPolicy").asString("Always").equals("Always");
    }

    private Optional<Process> process(JsonNode container) throws IOException {
        String name = container.path("name").asString("");
        Optional<Program> program = programs.of(container.path("image").asString(""));
        if (program.isPresent() && !processes.containsKey(name)) {
            processes.put(
                    name, new Sandbox(pod, container, files, place).start(program.get(), beside(container, ".log")));
        }
        return Optional.ofNullable(processes.get(name));
    }

    private void play(JsonNode container) throws IOException {
        if (!place.namespace().isEmpty() || !played.isEmpty()) {
            return;
        }
        String text = pod.at("/metadata/namespace").asString("") + "/"
                + pod.at("/metadata/name").asString("");
        for (JsonNode port : container.path("ports")) {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(
                            place.address(), port.path("containerPort").asInt(0)),
                    0);
            server.createContext("/", exchange -> {
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            played.add(server);
        }
    }

    /** Asks all processes to end, and ends those that do not. */
    void stop() {
        played.forEach(server -> server.stop(0));
        played.clear();
        processes.values().forEach(process -> program(process).forEach(ProcessHandle::destroy));
        for (Process process : processes.values()) {
            try {
                if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    program(process).forEach(ProcessHandle::destroyForcibly);
                }
            } catch (InterruptedException stopped) {
                program(process).forEach(ProcessHandle::destroyForcibly);
            }
        }
        processes.clear();
        initialized = 0;
    }

    /** Below the process that made the namespaces, which ends with the first of these. */
    private static Stream<ProcessHandle> program(Process process) {
        return process.descendants();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
