package dev.chartwright.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import tools.jackson.databind.JsonNode;

/**
 * Leads what comes to the address of a Service to a ready pod behind it, as the proxy of a node does, and knows the
 * names of Services and of the pods behind headless ones. Looks at Services and their slices again and again.
 */
final class ServiceProxy implements AutoCloseable {
    private static final String DOMAIN = ".svc.cluster.local.";
    private static final int PAUSE_MILLIS = 500;

    private final KubeApi api;
    private final ExecutorService threads = Executors.newCachedThreadPool(ServiceProxy::daemon);
    private final ConcurrentMap<String, ServerSocket> listeners = new ConcurrentHashMap<>();
    private volatile Map<String, List<String>> names = Map.of();
    /** Where a listener's connections go, by the address and port it listens at. */
    private volatile Map<String, List<Target>> targets = Map.of();

    private record Target(String address, int port) {}

    private ServiceProxy(KubeApi api) {
        this.api = api;
    }

    /** Starts to look. */
    static ServiceProxy start(KubeApi api) {
        ServiceProxy proxy = new ServiceProxy(api);
        proxy.threads.execute(proxy::watch);
        return proxy;
    }

    /** The addresses of a name with its last dot; empty when there is no such name. */
    Optional<List<String>> addresses(String name) {
        return Optional.ofNullable(names.get(name));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        listeners.values().forEach(ServiceProxy::close);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "service-proxy");
        thread.setDaemon(true);
        return thread;
    }

    private void watch() {
        while (!threads.isShutdown()) {
            try {
                look();
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            } catch (IOException | RuntimeException broken) {
                // The server may be busy or gone for a moment; what was known stays known.
                continue;
            }
        }
    }

    private void look() throws IOException {
        Map<String, List<String>> seenNames = new TreeMap<>();
        Map<String, List<Target>> seenTargets = new TreeMap<>();
        JsonNode slices = items("/apis/discovery.k8s.io/v1/endpointslices");
        for (JsonNode service : items("/api/v1/services")) {
            String address = service.at("/spec/clusterIP").asString("");
            String name = service.at("/metadata/name").asString("") + "."
                    + service.at("/metadata/namespace").asString("") + DOMAIN;
            List<JsonNode> own = of(service, slices);
            if (address.equals("None")) {
                own.forEach(slice -> addHeadless(seenNames, name, slice));
            } else if (!address.isEmpty()) {
                seenNames.put(name, List.of(address));
                own.forEach(slice -> addTargets(seenTargets, service, address, slice));
            }
        }
        names = seenNames;
        targets = seenTargets;
        for (String place : seenTargets.keySet()) {
            if (!listeners.containsKey(place)) {
                listen(place);
            }
        }
    }

    private JsonNode items(String path) {
        return api.get(path).demandDone().body().path("items");
    }

    private static List<JsonNode> of(JsonNode service, JsonNode slices) {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode slice : slices) {
            if (slice.at("/metadata/namespace").equals(service.at("/metadata/namespace"))
                    && slice.at("/metadata/labels/kubernetes.io~1service-name").equals(service.at("/metadata/name"))) {
                own.add(slice);
            }
        }
        return own;
    }

    private static void addHeadless(Map<String, List<String>> names, String service, JsonNode slice) {
        for (JsonNode endpoint : slice.path("endpoints")) {
            String address = endpoint.at("/addresses/0").asString("");
            names.computeIfAbsent(service, key -> new ArrayList<>()).add(address);
            if (endpoint.has("hostname")) {
                names.put(endpoint.path("hostname").asString("") + "." + service, List.of(address));
            }
        }
    }

    private static void addTargets(
            Map<String, List<Target>> targets, JsonNode service, String address, JsonNode slice) {
        for (JsonNode port : service.at("/spec/ports")) {
            for (JsonNode target : slice.path("ports")) {
                if (port.path("name").asString("").equals(target.path("name").asString(""))) {
                    ready(slice, target.path("port").asInt(0))
                            .forEach(one -> targets.computeIfAbsent(
                                            address + ":" + port.path("port").asInt(0), key -> new ArrayList<>())
                                    .add(one));
                }
            }
        }
    }

    private static List<Target> ready(JsonNode slice, int port) {
        List<Target> ready = new ArrayList<>();
        for (JsonNode endpoint : slice.path("endpoints")) {
            if (endpoint.at("/conditions/ready").asBoolean(true)) {
                ready.add(new Target(endpoint.at("/addresses/0").asString(""), port));
            }
        }
        return ready;
    }

    private void listen(String place) throws IOException {
        int colon = place.lastIndexOf(':');
        ServerSocket listener = new ServerSocket(
                Integer.parseInt(place.substring(colon + 1)), 50, InetAddress.getByName(place.substring(0, colon)));
        listeners.put(place, listener);
        threads.execute(() -> accept(place, listener));
    }

    private void accept(String place, ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                List<Target> ready = targets.getOrDefault(place, List.of());
                if (ready.isEmpty()) {
                    client.close();
                } else {
                    threads.execute(() -> join(client, ready.get((int) (System.nanoTime() % ready.size()))));
                }
            } catch (IOException gone) {
                continue;
            }
        }
    }

    private void join(Socket client, Target target) {
        try {
            Socket pod = new Socket(target.address(), target.port());
            threads.execute(() -> copy(client, pod));
            copy(pod, client);
        } catch (IOException refused) {
            close(client);
        }
    }

    /** Until one side ends; then both do, as a connection that was cut. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                output.write(buffer, 0, read);
                output.flush();
            }
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }
}
