package dev.chartwright.validate;

import java.util.List;
import java.util.Map;

import dev.chartwright.model.Entry;
import dev.chartwright.model.Exemption;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PoliciesTest {
    private static final String OBJECTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 2
              template:
                metadata: {labels: {app: web}}
                spec:
                  serviceAccountName: web
                  hostPID: false
                  securityContext: {runAsNonRoot: true, sysctls: []}
                  topologySpreadConstraints:
                    - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: web}}}
                  volumes: [{name: tmp, emptyDir: {}}]
                  containers:
                    - name: web
                      image: registry.example:5000/web:1
                      env: [{name: PASSWORD, value: $(OTHER)}, {name: URL, value: "amqp://$(USER):$(PASSWORD)@bus"}]
                      ports: [{containerPort: 80}]
                      readinessProbe: {tcpSocket: {port: 80}}
                      livenessProbe: {tcpSocket: {port: 80}}
                      resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi, ephemeral-storage: 1Gi}}
                      securityContext:
                        privileged: false
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities: {drop: [ALL]}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web, namespace: shop}
            spec:
              maxUnavailable: 1
              unhealthyPodEvictionPolicy: AlwaysAllow
              selector: {matchLabels: {app: web}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: job, namespace: shop}
            spec: {ttlSecondsAfterFinished: 60}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: shop, labels: { shop.example/found: "yes" } }
            data: {URL: "https://web.example:8080/a@b"}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: { name: role, namespace: shop, labels: { shop.example/found: "yes" } }
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: binding}
            roleRef: {kind: ClusterRole, name: view}
            """;
    private static final String OPERATED = """
            apiVersion: redis.redis.opstreelabs.in/v1beta2
            kind: Redis
            metadata: {name: cache, namespace: shop}
            spec:
              kubernetesConfig:
                image: redis:7
                resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi, ephemeral-storage: 1Gi}}
              podSecurityContext: {runAsNonRoot: true}
              securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
            ---
            apiVersion: minio.min.io/v2
            kind: Tenant
            metadata: {name: store, namespace: shop}
            spec:
              image: minio:1
              pools:
                - name: pool
                  servers: 1
                  resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi, ephemeral-storage: 1Gi}}
                  securityContext: {runAsNonRoot: true}
                  containerSecurityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
            ---
            apiVersion: rabbitmq.com/v1beta1
            kind: RabbitmqCluster
            metadata: {name: broker, namespace: shop}
            spec:
              replicas: 1
              image: rabbitmq:4
              resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi, ephemeral-storage: 1Gi}}
              override:
                statefulSet:
                  spec:
                    template:
                      spec:
                        securityContext: {runAsNonRoot: true}
                        containers:
                          - name: rabbitmq
                            securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
            """;

    private final Platform platform = SamplePlatform.create();

    private List<Problem> check(String objects, Exemption... exemptions) {
        Platform exempt = Records.with(platform, "exemptions", List.of(exemptions));
        Origins origins = new Origins(Map.of(), Map.of(), Location.ofFile("values"));
        return Policies.check(
                        new Release(exempt, RenderedObjects.parse(objects).objects(), List.of()),
                        Subject.alone(exempt, origins))
                .toList();
    }

    @Test
    void acceptsWhatIsWellMade() {
        assertThat(check(OBJECTS)).isEmpty();
        assertThat(check(OPERATED)).isEmpty();
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            hostPID: false                    | hostPID: true                           | host-namespace
            emptyDir: {}                      | hostPath: {path: /var/run/docker.sock}  | host-mount
            containerPort: 80                 | containerPort: 80, hostPort: 80         | host-port
            privileged: false                 | privileged: true                        | privileged-container
            allowPrivilegeEscalation: false   | allowPrivilegeEscalation: true          | privilege-escalation
            runAsNonRoot: true                | runAsNonRoot: false                     | root-user
            runAsNonRoot: true                | runAsNonRoot: true, runAsUser: 0        | root-user
            drop: [ALL]                       | drop: [KILL]                            | kept-capabilities
            drop: [ALL]                       | drop: [ALL], add: [SYS_ADMIN]           | kept-capabilities
            sysctls: []                       | sysctls: [{name: kernel.sem}]           | unsafe-sysctl
            readOnlyRootFilesystem: true      | readOnlyRootFilesystem: false           | writable-root
            requests: {cpu: 1, memory: 1Gi}   | requests: {memory: 1Gi}                 | missing-requests
            requests: {cpu: 1, memory: 1Gi}   | requests: {cpu: 1}                      | missing-requests
            limits: {memory: 1Gi, e           | limits: {e                              | missing-memory-limit
            web:1                             | web                                     | latest-tag
            web:1                             | web:latest                              | latest-tag
            readinessProbe: {                 | startupProbe: {                         | missing-probe
            livenessProbe: {                  | startupProbe: {                         | missing-probe
            kubernetes.io/hostname            | kubernetes.io/os                        | no-anti-affinity
            matchLabels: {app: web}}}         | matchLabels: {app: api}}}               | no-anti-affinity
            maxUnavailable: 1                 | maxUnavailable: 0                       | disruption-budget-blocks
            maxUnavailable: 1                 | maxUnavailable: 0%                      | disruption-budget-blocks
            maxUnavailable: 1                 | minAvailable: 2                         | disruption-budget-blocks
            maxUnavailable: 1                 | minAvailable: 51%                       | disruption-budget-blocks
            unhealthyPodEvictionPolicy:       | other:                                  | no-eviction-policy
            value: $(OTHER)                   | value: sesame                           | secret-in-env-value
            ://$(USER):$(PASSWORD)@           | ://user:sesame@                         | secret-in-env-value
            web.example:8080/a@b              | user:sesame@web.example                 | secret-in-config-map
            https://web.example:8080/a@b      | -----BEGIN RSA PRIVATE KEY-----         | secret-in-config-map
            data: {URL                        | data: {apiToken                         | secret-in-config-map
            containerPort: 80                 | containerPort: 22                       | ssh-port
            ttlSecondsAfterFinished           | backoffLimit                            | job-not-cleaned
            serviceAccountName                | serviceAccount                          | deprecated-account-field
            verbs: [get]                      | verbs: ['*']                            | wildcard-role
            resources: [pods], verbs: [get]   | resources: [pods/exec], verbs: [create] | exec-role
            name: view                        | name: cluster-admin                     | cluster-admin-binding
            """)
    void refuses(String right, String wrong, String check) {
        String broken = OBJECTS.replace(right, wrong);
        assertThat(broken).isNotEqualTo(OBJECTS);

        assertThat(check(broken)).extracting(Problem::code).containsExactly(check);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            redis:7                         | redis                            | latest-tag
            minio:1                         | minio:latest                     | latest-tag
            rabbitmq:4                      | rabbitmq                         | latest-tag
            servers: 1                      | servers: 4                       | no-anti-affinity
            replicas: 1                     | replicas: 3                      | no-anti-affinity
            """)
    void looksAtPodsThatOperatorsMake(String right, String wrong, String check) {
        assertThat(check(OPERATED.replace(right, wrong)))
                .extracting(Problem::code)
                .containsExactly(check);
    }

    @ParameterizedTest
    @CsvSource({
        "'limits: {memory: 1Gi, e', 'limits: {e', missing-memory-limit",
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, writable-root",
        "runAsNonRoot: true, runAsNonRoot: false, root-user",
        "drop: [ALL], drop: [KILL], kept-capabilities"
    })
    void looksAtEachKindThatOperatorsMakePodsFrom(String right, String wrong, String check) {
        assertThat(check(OPERATED.replace(right, wrong)))
                .extracting(Problem::code)
                .containsExactly(check, check, check);
    }

    @ParameterizedTest
    @CsvSource({
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, writable-root",
        "privileged: false, privileged: true, privileged-container"
    })
    void limitsTheDiskOfWhoCanWriteToIt(String right, String wrong, String reason) {
        String unlimited = OBJECTS.replace(", ephemeral-storage: 1Gi", "");

        assertThat(check(unlimited)).isEmpty();
        assertThat(check(unlimited.replace(right, wrong), exemption("Deployment/shop/web", reason)))
                .extracting(Problem::code)
                .containsExactly("missing-storage-limit");
    }

    @Test
    void spreadsOverNodesThatTakePods() {
        String waits = OBJECTS.replace("hostname, ", "hostname, whenUnsatisfiable: DoNotSchedule, ");

        assertThat(check(waits)).extracting(Problem::code).containsExactly("counted-taints");
        assertThat(check(waits.replace("DoNotSchedule", "DoNotSchedule, nodeTaintsPolicy: Honor")))
                .isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(check(OBJECTS.replace("value: $(OTHER)", "value: sesame")).toString())
                .doesNotContain("sesame");
    }

    /** A pattern that tries every beginning of a long word never ends. */
    @Test
    void readsALongText() {
        assertThat(check(OBJECTS.replace("https://web.example:8080/a@b", "a".repeat(1_000_000))))
                .isEmpty();
    }

    @Test
    void letsBeWhatHasAReason() {
        String broken = OBJECTS.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false");

        assertThat(check(broken, exemption("Deployment/shop/web", "writable-root")))
                .isEmpty();
        assertThat(check(broken, exemption("Deployment/shop/web", "ssh-port")))
                .extracting(Problem::code)
                .containsExactly("writable-root", "needless-exemption");
    }

    @Test
    void wantsNoReasonForWhatIsNotThere() {
        Problem problem =
                check(OBJECTS, exemption("Deployment/shop/wep", "ssh-port")).get(0);

        assertThat(problem.code()).isEqualTo("needless-exemption");
        assertThat(problem.fix()).contains("`Deployment/shop/web`");
    }

    @Test
    void knowsOnlyPoliciesAsChecks() {
        Platform wrong =
                Records.with(platform, "exemptions", List.of(exemption("Deployment/shop/web", "writable-rot")));

        RuleAssert.assertProblem(wrong, "unknown-check", "/exemptions/Deployment~1shop~1web/writable-rot");
        assertThat(Policies.checks()).contains("writable-root").doesNotContain("dangling-secret", "pod-security");
    }

    private static Exemption exemption(String object, String check) {
        return new Exemption(object, List.of(new Entry(check, "a reason that is long enough")));
    }
}
