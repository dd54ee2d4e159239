package dev.chartwright.model;

import java.util.Optional;

/**
 * A RabbitmqCluster.
 *
 * @param name object name, Service name
 * @param replicas number of nodes
 * @param image server image
 * @param resources requests and limits of a node
 * @param storage a node's volume
 * @param terminationGracePeriodSeconds seconds a node may take to stop; the operator's default is a week
 * @param tls TLS listeners only; absent means plain listeners inside the cluster
 * @param settings plugins and configuration
 */
public record RabbitmqCluster(
        String name,
        int replicas,
        Image image,
        Resources resources,
        Claim storage,
        int terminationGracePeriodSeconds,
        Optional<RabbitmqTls> tls,
        RabbitmqSettings settings) {
    public RabbitmqCluster {
        if (replicas == 2) {
            throw new InvalidValueException(
                    "replicas",
                    "two-nodes",
                    "the broker has 2 nodes",
                    "a majority of 2 is 2: when one stops the other pauses, so two are down more often than one",
                    "write 1 or 3");
        }
        refuseOtherMemory(resources.requests().memory(), resources.limits().memory());
    }

    private static void refuseOtherMemory(Optional<String> request, Optional<String> limit) {
        Optional<Quantity> asked = request.flatMap(Quantity::parse);
        Optional<Quantity> most = limit.flatMap(Quantity::parse);
        if (asked.isPresent() && most.isPresent() && !asked.equals(most)) {
            throw new InvalidValueException(
                    "resources.requests.memory",
                    "broker-memory",
                    "the broker requests `" + request.get() + "` of memory, and its limit is `" + limit.get() + "`",
                    "a node takes messages up to its limit, so memory that was not requested is missing when the broker"
                            + " needs it; the operator warns of it for ever (condition `NoWarnings`)",
                    "write `memory: " + limit.get() + "` in both");
        }
    }

    public int amqpPort() {
        return tls.isPresent() ? 5671 : 5672;
    }

    public int managementPort() {
        return tls.isPresent() ? 15671 : 15672;
    }

    /** Name of the Service port that Prometheus reads. */
    public String metricsPort() {
        return tls.isPresent() ? "prometheus-tls" : "prometheus";
    }

    public String metricsScheme() {
        return tls.isPresent() ? "https" : "http";
    }
}
