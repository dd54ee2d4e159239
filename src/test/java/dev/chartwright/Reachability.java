package dev.chartwright;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** What NetworkPolicies let through, as the API documents it: a pod that any policy names is closed but for its rules. */
final class Reachability {
    private final List<JsonNode> policies;

    Reachability(List<JsonNode> policies) {
        this.policies = policies;
    }

    /**
     * Somebody on the network.
     *
     * @param name a name for people
     * @param namespace empty for a host outside the cluster
     * @param labels labels of the pod
     * @param address an address where it is no pod
     */
    record Host(String name, String namespace, Map<String, String> labels, String address) {
        static Host pod(String name, String namespace, Map<String, String> labels) {
            return new Host(name, namespace, labels, "10.42.0.1");
        }

        static Host outside(String name, String address) {
            return new Host(name, "", Map.of(), address);
        }

        boolean isPod() {
            return !namespace.isEmpty();
        }
    }

    /** Every port that a policy names, and the ones beside ranges. */
    SortedSet<Integer> ports() {
        SortedSet<Integer> ports = new TreeSet<>();
        policies.stream()
                .flatMap(policy -> Stream.of("ingress", "egress")
                        .flatMap(rules -> policy.path("spec").path(rules).valueStream()))
                .flatMap(rule -> rule.path("ports").valueStream())
                .forEach(port -> {
                    ports.add(port.path("port").asInt());
                    ports.add(port.path("endPort").asInt(port.path("port").asInt()) + 1);
                });
        return ports;
    }

    boolean reaches(Host from, Host to, String protocol, int port) {
        return passes(from, to, "Egress", protocol + port) && passes(to, from, "Ingress", protocol + port);
    }

    /** Whether the policies of one end let the other end pass. */
    private boolean passes(Host guarded, Host other, String direction, String port) {
        List<JsonNode> mine = policies.stream()
                .filter(policy -> guarded.isPod() && selects(policy, guarded))
                .filter(policy -> policy.at("/spec/policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.asString().equals(direction)))
                .toList();
        String rules = direction.equals("Egress") ? "egress" : "ingress";
        String peers = direction.equals("Egress") ? "to" : "from";
        return mine.isEmpty()
                || mine.stream()
                        .flatMap(policy -> policy.path("spec").path(rules).valueStream())
                        .anyMatch(rule -> allows(rule.path("ports"), port) && names(rule.path(peers), guarded, other));
    }

    private static boolean selects(JsonNode policy, Host host) {
        return RenderedPlatform.namespace(policy).equals(host.namespace())
                && matches(policy.at("/spec/podSelector"), host.labels());
    }

    private static boolean allows(JsonNode ports, String wanted) {
        return ports.isEmpty()
                || ports.valueStream().anyMatch(port -> {
                    int first = port.path("port").asInt();
                    int last = port.path("endPort").asInt(first);
                    return Stream.iterate(first, number -> number <= last, number -> number + 1)
                            .anyMatch(number ->
                                    wanted.equals(port.path("protocol").asString("TCP") + number));
                });
    }

    private static boolean names(JsonNode peers, Host guarded, Host other) {
        return peers.isEmpty() || peers.valueStream().anyMatch(peer -> names(peer, guarded.namespace(), other));
    }

    private static boolean names(JsonNode peer, String namespace, Host other) {
        if (peer.has("ipBlock")) {
            JsonNode block = peer.path("ipBlock");
            return contains(block.path("cidr").asString(), other.address())
                    && block.path("except")
                            .valueStream()
                            .noneMatch(except -> contains(except.asString(), other.address()));
        }
        boolean place = peer.has("namespaceSelector")
                ? matches(peer.path("namespaceSelector"), Map.of("kubernetes.io/metadata.name", other.namespace()))
                : other.namespace().equals(namespace);
        return other.isPod() && place && matches(peer.path("podSelector"), other.labels());
    }

    /** A selector that is absent or empty takes everything. */
    private static boolean matches(JsonNode selector, Map<String, String> labels) {
        if (selector.has("matchExpressions")) {
            throw new IllegalArgumentException("teach this class matchExpressions first");
        }
        return selector.path("matchLabels")
                .propertyStream()
                .allMatch(wanted -> wanted.getValue().asString().equals(labels.get(wanted.getKey())));
    }

    private static boolean contains(String block, String address) {
        String[] parts = block.split("/");
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            byte[] wanted = InetAddress.getByName(address).getAddress();
            int rest = network.length * Byte.SIZE - Integer.parseInt(parts[1]);
            return network.length == wanted.length
                    && new BigInteger(1, network).shiftRight(rest).equals(new BigInteger(1, wanted).shiftRight(rest));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(block, impossible);
        }
    }
}
