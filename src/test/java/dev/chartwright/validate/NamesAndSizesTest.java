package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesAndSizesTest {
    private static final int KIB = 1024;
    private static final String SERVICE = """
            # Source: shop/templates/service.yaml
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              namespace: shop
              labels: {app.kubernetes.io/name: web, empty: ""}
              annotations: {example.com/note: "Any text, of any length."}
            spec:
              selector: {app: web}
            """;
    private static final String JOB = """
            # Source: shop/templates/job.yaml
            apiVersion: batch/v1
            kind: Job
            metadata: {name: job, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web}}
            """;

    private static List<Problem> check(ReleaseRule rule, String... objects) {
        return rule.check(new Release(
                        SamplePlatform.create(),
                        RenderedObjects.parse(String.join("---\n", objects)).objects(),
                        List.of()))
                .toList();
    }

    private static String object(String apiVersion, String kind, String name) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: \"%s\"}\nspec: {pools: [{name: pool-0}]}\n"
                .formatted(apiVersion, kind, name);
    }

    @Test
    void acceptsWhatTheServerTakes() {
        assertThat(Stream.of(new NameRule(), new LabelRule(), new SizeRule())
                        .flatMap(rule -> check(rule, SERVICE, JOB).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1, StatefulSet, 52",
        "apps/v1, Deployment, 242",
        "batch/v1, CronJob, 52",
        "batch/v1, Job, 63",
        "v1, Service, 63",
        "v1, Namespace, 63",
        "v1, ConfigMap, 253",
        "rabbitmq.com/v1beta1, RabbitmqCluster, 45",
        "redis.redis.opstreelabs.in/v1beta2, Redis, 52",
        "redis.redis.opstreelabs.in/v1beta2, RedisCluster, 43",
        "minio.min.io/v2, Tenant, 45"
    })
    void leavesRoomForWhatControllersAdd(String apiVersion, String kind, int most) {
        assertThat(check(new NameRule(), object(apiVersion, kind, "a".repeat(most))))
                .isEmpty();
        assertThat(check(new NameRule(), object(apiVersion, kind, "a".repeat(most + 1))))
                .extracting(Problem::code)
                .containsExactly("name-length");
    }

    @ParameterizedTest
    @CsvSource({
        "v1, ConfigMap, Web",
        "v1, ConfigMap, web_1",
        "v1, ConfigMap, web.",
        "v1, Namespace, a.b",
        "v1, Service, 1web",
        "v1, Service, a.b",
        "example.com/v1, Thing, -web",
        "rbac.authorization.k8s.io/v1, Role, a/b",
        "rbac.authorization.k8s.io/v1, Role, ..",
        "v1, ConfigMap, ''"
    })
    void refusesAName(String apiVersion, String kind, String name) {
        assertThat(check(new NameRule(), object(apiVersion, kind, name)))
                .extracting(Problem::code)
                .containsExactly("object-name");
    }

    @ParameterizedTest
    @CsvSource({"v1, ConfigMap, a.b", "rbac.authorization.k8s.io/v1, ClusterRole, 'system:auth Delegator'"})
    void acceptsAName(String apiVersion, String kind, String name) {
        assertThat(check(new NameRule(), object(apiVersion, kind, name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty: \"\"            | empty: two words",
                "empty: \"\"            | empty: .web",
                "empty:                 | em/p/ty:",
                "empty:                 | Example.com/empty:",
                "empty:                 | empty-:",
                "example.com/note:      | example.com/a note:",
                "selector: {app: web}   | selector: {app: web/1}"
            })
    void refusesALabel(String change) {
        String[] parts = change.split("\\s+\\| ");
        assertThat(SERVICE).contains(parts[0]);

        assertThat(check(new LabelRule(), SERVICE.replace(parts[0], parts[1])))
                .extracting(Problem::code)
                .containsExactly("label-syntax");
    }

    @Test
    void refusesALabelOfPods() {
        assertThat(check(new LabelRule(), JOB.replace("app: web", "app: " + "a".repeat(64))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("label-syntax");
                    assertThat(problem.location()).hasToString("shop/templates/job.yaml (rendered):7:30");
                });
    }

    @Test
    void refusesAKeyOfData() {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {\"a b\": \"\", a.b: \"\"}\n";

        assertThat(check(new LabelRule(), map)).extracting(Problem::code).containsExactly("key-name");
    }

    @Test
    void refusesLargeData() {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {a: \"%s\"}\n";

        assertThat(check(new SizeRule(), map.formatted("ä".repeat(512 * KIB)))).isEmpty();
        assertThat(check(new SizeRule(), map.formatted("ä".repeat(512 * KIB) + "a")))
                .extracting(Problem::code)
                .containsExactly("data-size");
    }

    @Test
    void countsWhatASecretSaysInBase64() {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ndata: {a: \"%s\"}\n";

        assertThat(check(new SizeRule(), secret.formatted("AAAA".repeat(340 * KIB))))
                .isEmpty();
        assertThat(check(new SizeRule(), secret.formatted("AAAA".repeat(342 * KIB))))
                .extracting(Problem::code)
                .containsExactly("data-size");
    }

    @Test
    void refusesLargeAnnotations() {
        assertThat(check(new SizeRule(), SERVICE.replace("Any text", "a".repeat(256 * KIB))))
                .extracting(Problem::code)
                .containsExactly("annotation-size");
    }

    @Test
    void refusesALargeObject() {
        String thing = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: web}\nspec: {a: \"%s\"}\n";

        assertThat(check(new SizeRule(), thing.formatted("a".repeat(1535 * KIB))))
                .isEmpty();
        assertThat(check(new SizeRule(), thing.formatted("a".repeat(1536 * KIB))))
                .extracting(Problem::code)
                .containsExactly("object-size");
    }
}
