package dev.chartwright.validate;

import java.util.List;

import dev.chartwright.model.Platform;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each field that must stay, broken once; objects are written in flow style. */
class UpgradeRulesTest {
    private static final String POOLS =
            "{pools: [{name: a, servers: 1, volumesPerServer: 4}," + " {name: b, servers: 2, volumesPerServer: 4}]}";

    private static final Platform PLATFORM = SamplePlatform.create();

    /** Objects that differ in one field. */
    @ParameterizedTest(name = "{1} {2}: {3} -> {4}")
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1 | Deployment | spec: {selector: {matchLabels: {app: #}}} | a | b | spec.selector.matchLabels.app
            apps/v1 | DaemonSet | spec: {selector: {matchLabels: {app: #}}} | a | b | spec.selector.matchLabels.app
            apps/v1 | StatefulSet | spec: {selector: {matchLabels: {app: #}}} | a | b | spec.selector.matchLabels.app
            apps/v1 | StatefulSet | spec: {serviceName: #} | a | b | spec.serviceName
            apps/v1 | StatefulSet | spec: {podManagementPolicy: #} | null | Parallel | spec.podManagementPolicy
            apps/v1 | StatefulSet | spec: {volumeClaimTemplates: [{metadata: {name: #}}]} | a | b | spec.volumeClaimTemplates[0].metadata.name
            apps/v1 | StatefulSet | spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: #}}}}]} | 1Gi | 2Gi | spec.volumeClaimTemplates[0].spec.resources.requests.storage
            batch/v1 | Job | spec: {template: {spec: {containers: [{name: c, image: #}]}}} | a | b | spec.template.spec.containers[0].image
            batch/v1 | Job | spec: {completions: #} | 1 | 2 | spec.completions
            v1 | Service | spec: {clusterIP: #} | None | 10.0.0.1 | spec.clusterIP
            v1 | Service | spec: {clusterIP: #} | null | None | spec.clusterIP
            v1 | PersistentVolumeClaim | spec: {resources: {requests: {storage: #}}} | 2Gi | 1Gi | spec.resources.requests.storage
            v1 | PersistentVolumeClaim | spec: {storageClassName: #} | slow | fast | spec.storageClassName
            v1 | PersistentVolumeClaim | spec: {accessModes: [#]} | ReadWriteOnce | ReadWriteMany | spec.accessModes[0]
            v1 | PersistentVolumeClaim | spec: {volumeMode: #} | null | Block | spec.volumeMode
            v1 | Secret | type: # | null | kubernetes.io/tls | type
            v1 | Secret | {immutable: true, data: {key: #}} | YQ== | Yg== | data.key
            v1 | Secret | immutable: # | true | null | immutable
            v1 | ConfigMap | {immutable: true, data: {key: #}} | a | b | data.key
            rbac.authorization.k8s.io/v1 | RoleBinding | roleRef: {name: #} | a | b | roleRef.name
            rbac.authorization.k8s.io/v1 | ClusterRoleBinding | roleRef: {kind: #} | Role | ClusterRole | roleRef.kind
            networking.k8s.io/v1 | IngressClass | spec: {controller: #} | a.io/a | b.io/b | spec.controller
            storage.k8s.io/v1 | StorageClass | provisioner: # | a | b | provisioner
            scheduling.k8s.io/v1 | PriorityClass | value: # | 1 | 2 | value
            gateway.networking.k8s.io/v1 | GatewayClass | spec: {controllerName: #} | a.io/a | b.io/b | spec.controllerName
            minio.min.io/v2 | Tenant | spec: {pools: [{name: p, servers: #}]} | 1 | 2 | spec.pools[p].servers
            minio.min.io/v2 | Tenant | spec: {pools: [{name: p, volumesPerServer: #}]} | 1 | 2 | spec.pools[p].volumesPerServer
            redis.redis.opstreelabs.in/v1beta2 | Redis | spec: {storage: {volumeClaimTemplate: {spec: {resources: {requests: {storage: #}}}}}} | 1Gi | 2Gi | spec.storage.volumeClaimTemplate.spec.resources.requests.storage
            rabbitmq.com/v1beta1 | RabbitmqCluster | spec: {persistence: {storage: #}} | null | 5Gi | spec.persistence.storage
            rabbitmq.com/v1beta1 | RabbitmqCluster | spec: {persistence: {storageClassName: #}} | a | b | spec.persistence.storageClassName
            rabbitmq.com/v1beta1 | Queue | spec: {name: #} | a | b | spec.name
            rabbitmq.com/v1beta1 | Queue | spec: {vhost: #} | null | b | spec.vhost
            rabbitmq.com/v1beta1 | Queue | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            rabbitmq.com/v1beta1 | Queue | spec: {type: #} | classic | quorum | spec.type
            rabbitmq.com/v1beta1 | Queue | spec: {durable: #} | null | true | spec.durable
            rabbitmq.com/v1beta1 | Queue | spec: {autoDelete: #} | true | false | spec.autoDelete
            rabbitmq.com/v1beta1 | Queue | spec: {arguments: {x-max-priority: #}} | 1 | 3 | spec.arguments.x-max-priority
            rabbitmq.com/v1beta1 | Exchange | spec: {name: #} | a | b | spec.name
            rabbitmq.com/v1beta1 | Exchange | spec: {vhost: #} | a | b | spec.vhost
            rabbitmq.com/v1beta1 | Exchange | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            rabbitmq.com/v1beta1 | Exchange | spec: {type: #} | null | topic | spec.type
            rabbitmq.com/v1beta1 | Exchange | spec: {autoDelete: #} | false | true | spec.autoDelete
            rabbitmq.com/v1beta1 | Exchange | spec: {durable: #} | true | false | spec.durable
            rabbitmq.com/v1beta1 | Binding | spec: {vhost: #} | a | b | spec.vhost
            rabbitmq.com/v1beta1 | Binding | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            rabbitmq.com/v1beta1 | Binding | spec: {source: #} | a | b | spec.source
            rabbitmq.com/v1beta1 | Binding | spec: {destination: #} | a | b | spec.destination
            rabbitmq.com/v1beta1 | Binding | spec: {destinationType: #} | queue | exchange | spec.destinationType
            rabbitmq.com/v1beta1 | Binding | spec: {routingKey: #} | a | b | spec.routingKey
            rabbitmq.com/v1beta1 | Binding | spec: {arguments: {x: #}} | a | b | spec.arguments.x
            rabbitmq.com/v1beta1 | Permission | spec: {user: #} | a | b | spec.user
            rabbitmq.com/v1beta1 | Permission | spec: {userReference: {name: #}} | a | b | spec.userReference.name
            rabbitmq.com/v1beta1 | Permission | spec: {vhost: #} | a | b | spec.vhost
            rabbitmq.com/v1beta1 | Permission | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            rabbitmq.com/v1beta1 | Vhost | spec: {name: #} | a | b | spec.name
            rabbitmq.com/v1beta1 | Vhost | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            rabbitmq.com/v1beta1 | User | spec: {rabbitmqClusterReference: {name: #}} | a | b | spec.rabbitmqClusterReference.name
            """)
    void namesTheFieldThatChanged(String version, String kind, String body, String before, String after, String field) {
        List<Problem> problems = between(
                object(version, kind, body.replace("#", before)), object(version, kind, body.replace("#", after)));
        assertThat(problems).extracting(Problem::code).containsExactly("immutable-field");
        assertThat(problems.get(0).what())
                .startsWith("`" + field + "` of " + kind + " `thing` in namespace `shop` changes");
        assertThat(problems.get(0).fix()).doesNotContain("{");
        assertThat(between(
                        object(version, kind, body.replace("#", before)),
                        object(version, kind, body.replace("#", before))))
                .isEmpty();
    }

    private static List<Problem> between(String before, String after) {
        return ObjectChanges.between(PLATFORM, objects(before), objects(after)).toList();
    }

    private static List<RenderedObject> objects(String text) {
        RenderedObjects read = RenderedObjects.parse(text);
        assertThat(read.problems()).isEmpty();
        return read.objects();
    }

    private static String object(String version, String kind, String body) {
        return object(version, kind, "shop", body);
    }

    private static String object(String version, String kind, String namespace, String body) {
        String inner = body.startsWith("{") ? body.substring(1, body.length() - 1) : body;
        return "---\n# Source: shop/templates/thing.yaml\n{apiVersion: " + version + ", kind: " + kind
                + ", metadata: {name: thing, namespace: " + namespace + "}, " + inner + "}\n";
    }

    @Test
    void showsBothValuesAndTheWayOut() {
        Problem problem = between(
                        object("rabbitmq.com/v1beta1", "Queue", "spec: {type: classic}"),
                        object("rabbitmq.com/v1beta1", "Queue", "spec: {type: quorum}"))
                .get(0);
        assertThat(problem.what()).endsWith("changes from `classic` to `quorum`");
        assertThat(problem.fix()).contains("`kubectl delete queue.rabbitmq.com thing --namespace shop`");
        assertThat(problem.location().file()).isEqualTo("shop/templates/thing.yaml (rendered)");
    }

    @Test
    void neverShowsWhatASecretHolds() {
        Problem problem = between(
                        object("v1", "Secret", "{immutable: true, data: {key: aGlkZGVu}}"),
                        object("v1", "Secret", "{immutable: true, data: {key: c2VjcmV0}}"))
                .get(0);
        assertThat(problem.toString()).doesNotContain("aGlkZGVu", "c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 | PersistentVolumeClaim | spec: {resources: {requests: {storage: #}}} | 1Gi | 2Gi
            v1 | PersistentVolumeClaim | spec: {resources: {requests: {storage: #}}} | 1Gi | 1024Mi
            v1 | PersistentVolumeClaim | spec: {volumeMode: #} | null | Filesystem
            rabbitmq.com/v1beta1 | RabbitmqCluster | spec: {persistence: {storage: #}} | null | 20Gi
            rabbitmq.com/v1beta1 | Queue | spec: {vhost: #} | null | /
            rabbitmq.com/v1beta1 | Queue | spec: {deletionPolicy: #} | delete | retain
            rabbitmq.com/v1beta1 | Queue | spec: {arguments: #} | null | {}
            apps/v1 | StatefulSet | spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: #}}}}]} | 1Gi | 1024Mi
            apps/v1 | Deployment | spec: {replicas: #} | 1 | 2
            v1 | ConfigMap | data: {key: #} | a | b
            v1 | Service | {spec: {type: ExternalName, clusterIP: #}} | null | None
            networking.k8s.io/v1 | Ingress | spec: {ingressClassName: #} | a | b
            """)
    void allowsWhatTheClusterAllows(String version, String kind, String body, String before, String after) {
        assertThat(between(
                        object(version, kind, body.replace("#", before)),
                        object(version, kind, body.replace("#", after))))
                .isEmpty();
    }

    @Test
    void tellsPoolsApartByTheirNames() {
        String tenant = object("minio.min.io/v2", "Tenant", "spec: " + POOLS);
        String grown =
                "{pools: [{name: c, servers: 9, volumesPerServer: 9}, {name: b, servers: 2, volumesPerServer: 4},"
                        + " {name: a, servers: 1, volumesPerServer: 4}]}";
        assertThat(between(tenant, object("minio.min.io/v2", "Tenant", "spec: " + grown)))
                .isEmpty();
    }

    @Test
    void letsARedisAskForANewStatefulSet() {
        String before = "{spec: {storage: {volumeClaimTemplate: {spec: {storageClassName: a}}}}}";
        String asked = object("redis.redis.opstreelabs.in/v1beta2", "Redis", before.replace("a}", "b}"))
                .replace(
                        "name: thing,",
                        "name: thing, annotations: {redis.opstreelabs.in/recreate-statefulset: \"true\"},");
        assertThat(between(object("redis.redis.opstreelabs.in/v1beta2", "Redis", before), asked))
                .isEmpty();
    }

    @Test
    void knowsAnObjectInANewVersionOfItsApi() {
        assertThat(between(
                        object("apps/v1beta1", "StatefulSet", "spec: {serviceName: a}"),
                        object("apps/v1", "StatefulSet", "spec: {serviceName: b}")))
                .hasSize(1);
    }

    @Test
    void leavesNewAndRemovedObjectsAlone() {
        String object = object("apps/v1", "StatefulSet", "spec: {serviceName: a}");
        assertThat(between(object, "")).isEmpty();
        assertThat(between("", object)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1 PersistentVolumeClaim",
                "apps/v1 StatefulSet",
                "rabbitmq.com/v1beta1 RabbitmqCluster",
                "redis.redis.opstreelabs.in/v1beta2 Redis",
                "minio.min.io/v2 Tenant"
            })
    void keepsWhatHoldsClaimsInItsNamespace(String type) {
        String version = type.substring(0, type.indexOf(' '));
        String kind = type.substring(type.indexOf(' ') + 1);
        String body = "spec: {volumeClaimTemplates: [{}], storage: {keepAfterDelete: true}}";
        List<Problem> problems = between(object(version, kind, "shop", body), object(version, kind, "store", body));
        assertThat(problems).extracting(Problem::code).containsExactly("data-left-behind");
        assertThat(problems.get(0).what()).isEqualTo(kind + " `thing` in namespace `shop` moves to namespace `store`");
    }

    @Test
    void letsWhatHoldsNoClaimsMove() {
        assertThat(between(
                        object("apps/v1", "StatefulSet", "shop", "spec: {serviceName: a}"),
                        object("apps/v1", "StatefulSet", "store", "spec: {serviceName: a}")))
                .isEmpty();
    }
}
