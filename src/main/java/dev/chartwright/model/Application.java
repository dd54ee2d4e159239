package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A program of the platform: one Deployment and what belongs to it.
 *
 * @param name chart name, Deployment name
 * @param description what it is, one sentence
 * @param namespace where its objects live
 * @param image what runs
 * @param workload how it runs
 * @param network how it is reached and what it reaches
 * @param data configuration, environment, secrets and volumes
 * @param security what it may do
 */
public record Application(
        String name,
        String description,
        String namespace,
        Image image,
        Workload workload,
        Network network,
        Data data,
        Security security)
        implements Component {
    public Application {
        if (network.ports().isEmpty()) {
            refusePath(name, "path", workload.probes().path());
            refusePath(name, "livenessPath", workload.probes().livenessPath());
        }
    }

    private static void refusePath(String name, String key, Optional<String> path) {
        if (path.isPresent()) {
            throw new InvalidValueException(
                    "workload.probes." + key,
                    "probe-without-port",
                    "`" + name + "` has a path for its probes, and no port",
                    "probes go to the first port of `network.ports`, and without one there are none",
                    "add the port that answers to `network.ports`, or remove the path");
        }
    }

    /** Seconds that a pod still answers after it is told to stop; only who is routed to must wait to be forgotten. */
    public Optional<Integer> drainSeconds() {
        return Optional.of(workload.pods().drainSeconds())
                .filter(seconds -> seconds > 0 && !network.publicRoutes().isEmpty());
    }

    /** Kubernetes counts from before the pod waits, the values from the stop signal. */
    public int gracePeriodSeconds() {
        return workload.pods().terminationGracePeriodSeconds() + drainSeconds().orElse(0);
    }

    @Override
    public String appVersion() {
        return image.tag();
    }

    @Override
    public List<Secret> secrets() {
        return data.secrets();
    }

    @Override
    public List<Ingress> ingresses() {
        return network.ingresses();
    }

    @Override
    public List<PublicRoute> publicRoutes() {
        return network.publicRoutes();
    }
}
