package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    private static final String BROKER = "the API server takes it, but RabbitMQ does not change what is there: the"
            + " object stays unready, or leaves the old one behind";
    private static final String BROKER_FIX = "keep the old value, use a new name, or run {delete} right before the"
            + " upgrade, which deletes it in the broker with what it holds";

    private static final Map<String, List<UpgradeRule>> RULES = rules();

    private UpgradeRules() {}

    static Stream<UpgradeRule> of(ChangedObject object) {
        return RULES.getOrDefault(object.kind(), List.of()).stream();
    }

    private static Map<String, List<UpgradeRule>> rules() {
        Map<String, List<UpgradeRule>> rules = new HashMap<>();
        workloads(rules);
        storage(rules);
        network(rules);
        rights(rules);
        topology(rules);
        return Map.copyOf(rules);
    }

    private static void workloads(Map<String, List<UpgradeRule>> rules) {
        UpgradeRule selector = FrozenFields.of(KUBERNETES, WORKLOAD, "spec.selector");
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
                                "spec.serviceName",
                                "spec.podManagementPolicy=OrderedReady",
                                "spec.volumeClaimTemplates")));
        rules.put(
                "batch/Job",
                List.of(FrozenFields.of(
                        KUBERNETES,
                        RENEW,
                        "spec.template",
                        "spec.selector",
                        "spec.completions",
                        "spec.completionMode=NonIndexed",
                        "spec.podFailurePolicy",
                        "spec.successPolicy",
                        "spec.backoffLimitPerIndex",
                        "spec.managedBy")));
    }

    private static void storage(Map<String, List<UpgradeRule>> rules) {
        rules.put(
                "PersistentVolumeClaim",
                List.of(
                        ShrunkStorage.at("spec.resources.requests.storage"),
                        FrozenFields.of(
                                "Kubernetes refuses to change a claim, but for the size it asks for",
                                CLAIM,
                                "spec.accessModes",
                                "spec.storageClassName",
                                "spec.volumeMode=Filesystem",
                                "spec.volumeName",
                                "spec.selector",
                                "spec.dataSource",
                                "spec.dataSourceRef",
                                "spec.resources.limits")));
        rules.put(
                "rabbitmq.com/RabbitmqCluster",
                List.of(
                        ShrunkStorage.at("spec.persistence.storage=10Gi"),
                        FrozenFields.of(
                                "the operator makes it part of the brokers' StatefulSet, where Kubernetes refuses to"
                                        + " change it",
                                "keep the old value; for another class add a cluster and move the queues",
                                "spec.persistence.storageClassName")));
        rules.put("redis.redis.opstreelabs.in/Redis", List.of(new RedisClaim()));
        rules.put("minio.min.io/Tenant", List.of(new TenantPools()));
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
        rules.put("networking.k8s.io/IngressClass", List.of(FrozenFields.of(KUBERNETES, RENEW, "spec.controller")));
        rules.put(
                "gateway.networking.k8s.io/GatewayClass",
                List.of(FrozenFields.of("the definition of GatewayClass refuses it", RENEW, "spec.controllerName")));
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

    /** What the topology operator's webhooks would refuse; the charts run it without them. */
    private static void topology(Map<String, List<UpgradeRule>> rules) {
        String cluster = "spec.rabbitmqClusterReference";
        String vhost = "spec.vhost=/";
        String durable = "spec.durable=false";
        String autoDelete = "spec.autoDelete=false";
        rules.put(
                "rabbitmq.com/Queue",
                broker(cluster, vhost, "spec.name", "spec.type", durable, autoDelete, "spec.arguments"));
        rules.put(
                "rabbitmq.com/Exchange", broker(cluster, vhost, "spec.name", "spec.type=direct", durable, autoDelete));
        rules.put(
                "rabbitmq.com/Binding",
                broker(
                        cluster,
                        vhost,
                        "spec.source",
                        "spec.destination",
                        "spec.destinationType",
                        "spec.routingKey",
                        "spec.arguments"));
        rules.put("rabbitmq.com/Permission", broker(cluster, "spec.vhost", "spec.user", "spec.userReference"));
        rules.put("rabbitmq.com/Vhost", broker(cluster, "spec.name"));
        rules.put("rabbitmq.com/User", broker(cluster));
    }

    private static List<UpgradeRule> broker(String... fields) {
        return List.of(FrozenFields.of(BROKER, BROKER_FIX, fields));
    }
}
