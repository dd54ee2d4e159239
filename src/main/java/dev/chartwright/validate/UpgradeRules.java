package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.model.Platform;

/** Which rules hold for which kinds. */
final class UpgradeRules {
    private static final String KUBERNETES = "Kubernetes refuses to change it once the object is there";
    private static final String RENEW =
            "keep the old value, or run {delete} right before the upgrade, which makes it" + " again";
    private static final String RENAME = "keep the old value, or give it another name";
    private static final String WORKLOAD = "keep the old value, or run {delete} right before the upgrade; its pods stop"
            + " until the upgrade makes new ones";
    private static final String STATEFUL = "keep the old value, or run {delete} with `--cascade=orphan` right before"
            + " the upgrade: pods and claims stay, and claims that are there keep their size and class";
    private static final String CLAIM =
            "keep the old value; for another kind of volume add a claim of another name and" + " copy the data";

    private static final Map<String, List<UpgradeRule>> RULES = rules();

    private UpgradeRules() {}

    static Stream<UpgradeRule> of(ChangedObject object, Platform platform) {
        return Stream.concat(RULES.getOrDefault(object.kind(), List.of()).stream(), custom(object.kind(), platform));
    }

    private static Stream<UpgradeRule> custom(String kind, Platform platform) {
        Stream<UpgradeRule> grows = platform.customKind(kind).stream()
                .flatMap(known -> known.grows().stream())
                .map(ShrunkStorage::at);
        Stream<UpgradeRule> frozen = platform.facets().stream()
                .flatMap(part -> part.frozen().stream())
                .flatMap(said -> said.fields().stream()
                        .filter(fields -> fields.name().equals(kind))
                        .map(fields -> FrozenFields.of(said, fields.paths())));
        return Stream.concat(grows, frozen);
    }

    private static Map<String, List<UpgradeRule>> rules() {
        Map<String, List<UpgradeRule>> rules = new HashMap<>();
        workloads(rules);
        storage(rules);
        network(rules);
        rights(rules);
        return Map.copyOf(rules);
    }

    private static void workloads(Map<String, List<UpgradeRule>> rules) {
        UpgradeRule selector = FrozenFields.of(KUBERNETES, WORKLOAD, "spec/selector");
        rules.put("apps/Deployment", List.of(selector));
        rules.put("apps/DaemonSet", List.of(selector));
        rules.put("apps/ReplicaSet", List.of(selector));
        rules.put(
                "apps/StatefulSet",
                List.of(
                        selector,
                        FrozenFields.of(
                                KUBERNETES,
                                STATEFUL,
                                "spec/serviceName",
                                "spec/podManagementPolicy=OrderedReady",
                                "spec/volumeClaimTemplates")));
        rules.put(
                "batch/Job",
                List.of(FrozenFields.of(
                        KUBERNETES,
                        RENEW,
                        "spec/template",
                        "spec/selector",
                        "spec/completions",
                        "spec/completionMode=NonIndexed",
                        "spec/podFailurePolicy",
                        "spec/successPolicy",
                        "spec/backoffLimitPerIndex",
                        "spec/managedBy")));
    }

    private static void storage(Map<String, List<UpgradeRule>> rules) {
        rules.put(
                "PersistentVolumeClaim",
                List.of(
                        ShrunkStorage.at("spec/resources/requests/storage"),
                        FrozenFields.of(
                                "Kubernetes refuses to change a claim, but for the size it asks for",
                                CLAIM,
                                "spec/accessModes",
                                "spec/storageClassName",
                                "spec/volumeMode=Filesystem",
                                "spec/volumeName",
                                "spec/selector",
                                "spec/dataSource",
                                "spec/dataSourceRef",
                                "spec/resources/limits")));
        rules.put(
                "storage.k8s.io/StorageClass",
                List.of(FrozenFields.of(
                        KUBERNETES,
                        RENAME,
                        "provisioner",
                        "parameters",
                        "reclaimPolicy=Delete",
                        "volumeBindingMode=Immediate")));
    }

    private static void network(Map<String, List<UpgradeRule>> rules) {
        rules.put("Service", List.of(new ClusterAddress()));
        rules.put("networking.k8s.io/IngressClass", List.of(FrozenFields.of(KUBERNETES, RENEW, "spec/controller")));
        rules.put(
                "gateway.networking.k8s.io/GatewayClass",
                List.of(FrozenFields.of("the definition of GatewayClass refuses it", RENEW, "spec/controllerName")));
    }

    private static void rights(Map<String, List<UpgradeRule>> rules) {
        UpgradeRule role = FrozenFields.of(KUBERNETES, RENEW, "roleRef");
        rules.put("rbac.authorization.k8s.io/RoleBinding", List.of(role));
        rules.put("rbac.authorization.k8s.io/ClusterRoleBinding", List.of(role));
        rules.put("Secret", List.of(FrozenFields.of(KUBERNETES, RENEW, "type=Opaque"), new LockedData()));
        rules.put("ConfigMap", List.of(new LockedData()));
        rules.put(
                "scheduling.k8s.io/PriorityClass",
                List.of(FrozenFields.of(KUBERNETES, RENAME, "value", "preemptionPolicy=PreemptLowerPriority")));
    }
}
