package dev.chartwright.validate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order in which a version of Helm makes objects at install. */
enum KindOrder {
    HELM_3("Helm 3", Stream.empty()),
    HELM_4("Helm 4", Stream.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"));

    private static final int BEFORE = -1;
    private static final int AFTER = 1;
    private final String label;
    private final List<String> kinds;

    KindOrder(String label, Stream<String> more) {
        this.label = label;
        this.kinds = Stream.concat(Kinds.COMMON.stream(), more).toList();
    }

    @Override
    public String toString() {
        return label;
    }

    /** Whether an object is there when Helm makes another one; objects of one kind may come in any order. */
    boolean makesFirst(RenderedObject first, RenderedObject second) {
        return Comparator.comparingInt(KindOrder::phase)
                        .thenComparingInt(KindOrder::weight)
                        .thenComparingInt(this::rank)
                        .thenComparing(this::unknownKind)
                        .compare(first, second)
                < 0;
    }

    /** Whether an install makes the object at all: other hooks belong to tests, upgrades or uninstall. */
    static boolean isInstalled(RenderedObject object) {
        String hook = object.annotation(TemporaryCharts.HOOK);
        return hook.isEmpty() || hook.contains("-install");
    }

    private static int phase(RenderedObject object) {
        String hook = object.annotation(TemporaryCharts.HOOK);
        if (hook.contains("pre-install")) {
            return BEFORE;
        }
        return hook.contains("post-install") ? AFTER : 0;
    }

    private static int weight(RenderedObject object) {
        String weight = object.annotation(TemporaryCharts.HOOK + "-weight");
        return weight.matches("-?[0-9]{1,9}") ? Integer.parseInt(weight) : 0;
    }

    private int rank(RenderedObject object) {
        int known = kinds.indexOf(object.kind());
        return known < 0 ? kinds.size() : known;
    }

    /** Kinds that Helm does not know come last, by name. */
    private String unknownKind(RenderedObject object) {
        return kinds.contains(object.kind()) ? "" : object.kind();
    }

    /** A class of its own, because constants of an enum come before its static fields. */
    private static final class Kinds {
        private static final List<String> COMMON = List.of(
                "PriorityClass",
                "Namespace",
                "NetworkPolicy",
                "ResourceQuota",
                "LimitRange",
                "PodSecurityPolicy",
                "PodDisruptionBudget",
                "ServiceAccount",
                "Secret",
                "SecretList",
                "ConfigMap",
                "StorageClass",
                "PersistentVolume",
                "PersistentVolumeClaim",
                "CustomResourceDefinition",
                "ClusterRole",
                "ClusterRoleList",
                "ClusterRoleBinding",
                "ClusterRoleBindingList",
                "Role",
                "RoleList",
                "RoleBinding",
                "RoleBindingList",
                "Service",
                "DaemonSet",
                "Pod",
                "ReplicationController",
                "ReplicaSet",
                "Deployment",
                "HorizontalPodAutoscaler",
                "StatefulSet",
                "Job",
                "CronJob",
                "IngressClass",
                "Ingress",
                "APIService");

        private Kinds() {}
    }
}
