package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of kinds that Kubernetes served once.
 *
 * <p>From the deprecated API migration guide of Kubernetes.
 *
 * @param apiVersion the version
 * @param kinds the kinds
 * @param removedIn release that serves it no more
 * @param instead what serves the kinds now; empty for nothing
 */
record RemovedApi(String apiVersion, List<String> kinds, String removedIn, String instead) {
    private static final String WORKLOADS = "apps/v1";
    private static final String NETWORKING = "networking.k8s.io/v1";
    private static final String RBAC = "rbac.authorization.k8s.io/v1";
    private static final String STORAGE = "storage.k8s.io/v1";
    private static final String FLOW = "flowcontrol.apiserver.k8s.io/v1";
    private static final List<String> ROLES = List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
    private static final List<String> FLOWS = List.of("FlowSchema", "PriorityLevelConfiguration");

    private static final Map<String, RemovedApi> BY_KIND = Stream.of(
                    of("extensions/v1beta1", "1.16", WORKLOADS, "DaemonSet", "Deployment", "ReplicaSet"),
                    of("extensions/v1beta1", "1.16", NETWORKING, "NetworkPolicy"),
                    of("extensions/v1beta1", "1.22", NETWORKING, "Ingress"),
                    of("extensions/v1beta1", "1.16", "", "PodSecurityPolicy"),
                    of("apps/v1beta1", "1.16", WORKLOADS, "Deployment", "StatefulSet"),
                    of("apps/v1beta2", "1.16", WORKLOADS, "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"),
                    of("networking.k8s.io/v1beta1", "1.22", NETWORKING, "Ingress", "IngressClass"),
                    new RemovedApi("rbac.authorization.k8s.io/v1beta1", ROLES, "1.22", RBAC),
                    new RemovedApi("rbac.authorization.k8s.io/v1alpha1", ROLES, "1.22", RBAC),
                    of("apiextensions.k8s.io/v1beta1", "1.22", "apiextensions.k8s.io/v1", Definition.KIND),
                    of(
                            "admissionregistration.k8s.io/v1beta1",
                            "1.22",
                            "admissionregistration.k8s.io/v1",
                            "MutatingWebhookConfiguration",
                            "ValidatingWebhookConfiguration"),
                    of("apiregistration.k8s.io/v1beta1", "1.22", "apiregistration.k8s.io/v1", "APIService"),
                    of("coordination.k8s.io/v1beta1", "1.22", "coordination.k8s.io/v1", "Lease"),
                    of("scheduling.k8s.io/v1beta1", "1.22", "scheduling.k8s.io/v1", "PriorityClass"),
                    of("storage.k8s.io/v1beta1", "1.22", STORAGE, "CSIDriver", "CSINode", "StorageClass"),
                    of("storage.k8s.io/v1beta1", "1.27", STORAGE, "CSIStorageCapacity"),
                    of("batch/v1beta1", "1.25", "batch/v1", "CronJob"),
                    of("discovery.k8s.io/v1beta1", "1.25", "discovery.k8s.io/v1", "EndpointSlice"),
                    of("events.k8s.io/v1beta1", "1.25", "events.k8s.io/v1", "Event"),
                    of("node.k8s.io/v1beta1", "1.25", "node.k8s.io/v1", "RuntimeClass"),
                    of("policy/v1beta1", "1.25", "policy/v1", "PodDisruptionBudget"),
                    of("policy/v1beta1", "1.25", "", "PodSecurityPolicy"),
                    of("autoscaling/v2beta1", "1.25", "autoscaling/v2", "HorizontalPodAutoscaler"),
                    of("autoscaling/v2beta2", "1.26", "autoscaling/v2", "HorizontalPodAutoscaler"),
                    new RemovedApi("flowcontrol.apiserver.k8s.io/v1beta1", FLOWS, "1.26", FLOW),
                    new RemovedApi("flowcontrol.apiserver.k8s.io/v1beta2", FLOWS, "1.29", FLOW),
                    new RemovedApi("flowcontrol.apiserver.k8s.io/v1beta3", FLOWS, "1.32", FLOW))
            .flatMap(removed ->
                    removed.kinds().stream().map(kind -> Map.entry(key(removed.apiVersion(), kind), removed)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static RemovedApi of(String apiVersion, String removedIn, String instead, String... kinds) {
        return new RemovedApi(apiVersion, List.of(kinds), removedIn, instead);
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    static Optional<RemovedApi> find(RenderedObject object) {
        return Optional.ofNullable(BY_KIND.get(key(object.apiVersion(), object.kind())));
    }
}
