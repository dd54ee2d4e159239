package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * The cluster an environment runs on.
 *
 * @param kubernetes SemVer range of supported Kubernetes versions, for Chart.yaml's kubeVersion
 * @param domain DNS domain of the cluster, for Service names
 * @param storageClass storage class for claims that name none; empty means the cluster's default
 * @param storageClasses every storage class it has; empty when that is not written down
 * @param addons operators that are already installed and whose resources the charts may use
 * @param namespaces every namespace a component uses
 * @param dns public zone and records
 * @param nodes the machines
 * @param apiServerPorts where the API server listens, on its own machines: behind the Service `kubernetes`
 * @param tools images of the pods that charts start for themselves
 */
public record Cluster(
        String kubernetes,
        String domain,
        Optional<String> storageClass,
        List<String> storageClasses,
        List<Addon> addons,
        List<Namespace> namespaces,
        Optional<Dns> dns,
        Optional<Nodes> nodes,
        List<Integer> apiServerPorts,
        Tools tools) {
    public boolean hasAddon(String name) {
        return addons.stream().anyMatch(addon -> addon.name().equals(name));
    }

    /** Namespaces that the umbrella makes. */
    public List<Namespace> createdNamespaces() {
        return namespaces.stream().filter(namespace -> !namespace.existing()).toList();
    }
}
