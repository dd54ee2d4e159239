package dev.chartwright.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The network of a cluster's pods and Services inside the network namespace that this JVM was started in, which has no
 * way out. A pod with programs gets a namespace and an address of its own; the addresses of Services, and of pods that
 * are only played, are this JVM's.
 *
 * <p>198.18.0.0/15 is set aside for tests of networks (RFC 2544).
 */
final class PodNetwork {
    /** The address of the node, of the API server and of the bridge. */
    static final String NODE = "198.18.0.1";

    static final String SERVICES = "198.19.0.0/16";
    static final String DNS = "198.19.0.10";

    private static final String PODS = "198.18.0.0/17";
    private static final String PLAYED_PODS = "198.18.128.0/17";
    private static final String BRIDGE = "pods";

    private final AtomicInteger pods = new AtomicInteger(1);
    private final AtomicInteger played = new AtomicInteger(0);

    private PodNetwork() {}

    /** Makes the network; stops the test, with its reason, where the JVM has no namespace of its own. */
    static PodNetwork make() {
        assumeTrue(
                Boolean.parseBoolean(System.getenv("CHARTWRIGHT_NETWORK_NAMESPACE")),
                "this machine gives no network namespace to a process");
        // Names of namespaces are files; these are for nobody else.
        run("mkdir", "-p", "/run/netns");
        run("mount", "-t", "tmpfs", "netns", "/run/netns");
        ip("link", "set", "lo", "up");
        ip("link", "add", BRIDGE, "type", "bridge");
        ip("address", "add", NODE + PODS.substring(PODS.indexOf('/')), "dev", BRIDGE);
        ip("link", "set", BRIDGE, "up");
        ip("route", "add", "local", SERVICES, "dev", "lo");
        ip("route", "add", "local", PLAYED_PODS, "dev", "lo");
        return new PodNetwork();
    }

    /**
     * Where a pod is.
     *
     * @param namespace of the network, empty for this JVM's own
     * @param address its address
     */
    record Place(String namespace, String address) {}

    /** A namespace with an address, joined to the bridge. */
    Place add() {
        int number = pods.incrementAndGet();
        String namespace = "pod-" + number;
        String outside = "veth" + number;
        String address = "198.18." + number / 256 + "." + number % 256;
        ip("netns", "add", namespace);
        ip("link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", namespace);
        ip("link", "set", outside, "master", BRIDGE, "up");
        ip("-n", namespace, "address", "add", address + PODS.substring(PODS.indexOf('/')), "dev", "eth0");
        ip("-n", namespace, "link", "set", "eth0", "up");
        ip("-n", namespace, "link", "set", "lo", "up");
        ip("-n", namespace, "route", "add", "default", "via", NODE);
        return new Place(namespace, address);
    }

    /** An address at which this JVM may listen. */
    Place play() {
        int number = played.incrementAndGet();
        return new Place("", "198.18." + (128 + number / 256) + "." + number % 256);
    }

    private static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + text);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
