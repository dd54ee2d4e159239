package dev.chartwright.model;

import java.util.List;

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
        if (workload.probes().path().isPresent() && network.ports().isEmpty()) {
            throw new InvalidValueException(
                    "workload.probes.path",
                    "probe-without-port",
                    "`" + name + "` has a path for its probes, and no port",
                    "probes go to the first port of `network.ports`, and without one there are none",
                    "add the port that answers to `network.ports`, or remove the path");
        }
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
    public List<PublicRoute> publicRoutes() {
        return network.publicRoutes();
    }
}
