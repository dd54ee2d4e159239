package dev.chartwright;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Before uninstall, custom resources go while their operators live, by a job that may do that and nothing else. */
class CleanupTest {
    private static final String CLEANUP = "cleanup";
    private static final String TOPOLOGY =
            "bindings.rabbitmq.com,permissions.rabbitmq.com,topicpermissions.rabbitmq.com,"
                    + "policies.rabbitmq.com,operatorpolicies.rabbitmq.com,federations.rabbitmq.com,shovels.rabbitmq.com,"
                    + "schemareplications.rabbitmq.com,superstreams.rabbitmq.com,queues.rabbitmq.com,exchanges.rabbitmq.com,"
                    + "users.rabbitmq.com,vhosts.rabbitmq.com";

    private static final int TIMEOUT_SECONDS = 100;

    /** What `helm uninstall` waits for a hook unless it is told. */
    private static final int HELM_TIMEOUT_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void deletesTheBrokerBeforeItsTopologyAndEachInItsNamespace() {
        List<JsonNode> objects = objects("stage");

        assertThat(commands(objects, "rabbitmq"))
                .containsExactly(
                        "kubectl delete rabbitmqclusters.rabbitmq.com"
                                + " --all --namespace=rabbitmq --ignore-not-found --wait=true --timeout=100s",
                        "kubectl delete " + TOPOLOGY
                                + " --all --namespace=rabbitmq --ignore-not-found --wait=true --timeout=100s");
        assertThat(commands(objects, "redis-operator"))
                .containsExactly("kubectl delete redis.redis.redis.opstreelabs.in"
                        + " --all --namespace=redis --ignore-not-found --wait=true --timeout=100s");
        assertThat(commands(objects, "minio"))
                .containsExactly("kubectl delete tenants.minio.min.io"
                        + " --all --namespace=minio --ignore-not-found --wait=true --timeout=100s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "stage", "local"})
    void deletesEveryKindOfItsOperatorsThatTheReleaseMakes(String environment) {
        List<JsonNode> objects = objects(environment);
        Set<String> deleted = objects.stream()
                .filter(object -> isCleanup(object, "Role"))
                .flatMap(role -> role.path("rules").valueStream())
                .flatMap(rule -> rule.path("resources")
                        .valueStream()
                        .map(kind ->
                                kind.asString() + "." + rule.at("/apiGroups/0").asString()))
                .collect(Collectors.toSet());
        Map<String, String> plurals = CrdFile.compact().stream()
                .collect(Collectors.toMap(
                        crd -> crd.spec().at("/names/kind").asString() + "."
                                + crd.spec().path("group").asString(),
                        CrdFile::name));

        assertThat(objects.stream()
                        .map(CleanupTest::kindAndGroup)
                        .filter(CleanupTest::hasFinalizer)
                        .map(plurals::get))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(deleted).contains(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbitmq", "redis-operator", "minio"})
    void mayDoNothingButDeleteWhatTheJobNames(String chart) {
        List<JsonNode> objects = objects("stage");
        List<JsonNode> rules =
                single(objects, "Role", chart).path("rules").valueStream().toList();

        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(rule.path("verbs").toString()).isEqualTo("[\"get\",\"list\",\"watch\",\"delete\"]"));
        assertThat(rules.stream()
                        .map(rule -> rule.path("resources")
                                .valueStream()
                                .map(kind -> kind.asString() + "."
                                        + rule.at("/apiGroups/0").asString())
                                .collect(Collectors.joining(","))))
                .isEqualTo(commands(objects, chart).stream()
                        .map(command -> command.split(" ")[2])
                        .toList());
        assertThat(single(objects, "RoleBinding", chart).at("/subjects/0/name").asString())
                .isEqualTo(jobs(objects, chart)
                        .get(0)
                        .at("/spec/template/spec/serviceAccountName")
                        .asString())
                .isEqualTo(single(objects, "ServiceAccount", chart)
                        .at("/metadata/name")
                        .asString());
    }

    @Test
    void comesBeforeUninstallWithItsRightsFirst() {
        List<JsonNode> hooks = objects("stage").stream()
                .filter(object -> object.at("/metadata/labels/app.kubernetes.io~1name")
                        .asString("")
                        .equals(CLEANUP))
                .toList();

        assertThat(hooks).hasSize(3 * 4 + 1).allSatisfy(hook -> {
            JsonNode annotations = hook.at("/metadata/annotations");
            assertThat(annotations.path(BuiltPlatform.SHOWN_HOOK).asString()).isEqualTo("pre-delete");
            int weight = Integer.parseInt(
                    annotations.path(BuiltPlatform.SHOWN_HOOK + "-weight").asString());
            assertThat(weight >= 0).isEqualTo(hook.path("kind").asString().equals("Job"));
        });
    }

    /** Helm prints it when the job failed, which it does when an operator is dead or broken. */
    @ParameterizedTest
    @CsvSource({
        "rabbitmq, 0, rabbitmq, rabbitmqclusters.rabbitmq.com",
        "rabbitmq, 1, rabbitmq, '" + TOPOLOGY + "'",
        "redis-operator, 0, redis, redis.redis.redis.opstreelabs.in",
        "minio, 0, minio, tenants.minio.min.io"
    })
    void saysWhatToTypeWhenAnOperatorLetsNothingGo(String chart, int step, String namespace, String kinds) {
        JsonNode job = jobs(objects("stage"), chart).get(step);

        assertThat(job.path("metadata")
                        .path("annotations")
                        .path(BuiltPlatform.SHOWN_HOOK + "-output-log-policy")
                        .asString())
                .isEqualTo("hook-failed");
        assertThat(job.at("/spec/template/spec/containers/1/command/3").asString())
                .isEqualTo("""
                        --output=go-template=What this job has not deleted waits for its operator, which does not run \
                        or cannot do its work.
                        Make it work and uninstall again; or take its finalizers off, then uninstall again:
                        kubectl get %1$s --namespace=%2$s --output=name | xargs -r -n1 kubectl patch --namespace=%2$s \
                        --type=merge --patch='metadata: {finalizers: null}'
                        helm uninstall release --namespace=default
                        """.formatted(kinds, namespace));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbitmq", "redis-operator", "minio"})
    void triesTwiceAndEndsBeforeHelmStopsWaiting(String chart) {
        assertThat(jobs(objects("stage"), chart)).isNotEmpty().allSatisfy(job -> {
            int tries = job.at("/spec/backoffLimit").asInt() + 1;
            assertThat(tries).isEqualTo(2);
            assertThat(job.at("/spec/activeDeadlineSeconds").asInt())
                    .isBetween(tries * TIMEOUT_SECONDS + 30, HELM_TIMEOUT_SECONDS - 30);
        });
    }

    @Test
    void isLeftOutWhenSwitchedOff() {
        BuiltPlatform stage = BuiltPlatform.of(BuiltPlatform.CODEDANG, "stage").withHooksShown();
        String text = BuiltPlatform.template(BuiltPlatform.pack(stage.chart(), folder))
                .withValuesFile(stage.secrets(folder))
                .set("rabbitmq.cleanup.enabled", "false")
                .set("redis-operator.cleanup.enabled", "false")
                .set("minio.cleanup.enabled", "false")
                .call();

        assertThat(text).doesNotContain("pre-delete");
    }

    private List<JsonNode> objects(String environment) {
        return BuiltPlatform.of(BuiltPlatform.CODEDANG, environment).withHooksShown().objects(folder).stream()
                .map(object -> JsonMapper.shared().<JsonNode>valueToTree(object))
                .toList();
    }

    private static boolean isCleanup(JsonNode object, String kind) {
        return object.path("kind").asString().equals(kind)
                && object.at("/metadata/name").asString().endsWith("-" + CLEANUP);
    }

    private static JsonNode single(List<JsonNode> objects, String kind, String chart) {
        return objects.stream()
                .filter(object -> isCleanup(object, kind))
                .filter(object -> object.at("/metadata/name").asString().equals(chart + "-" + CLEANUP))
                .findFirst()
                .orElseThrow();
    }

    /** Jobs of a chart in the order in which Helm runs them. */
    private static List<JsonNode> jobs(List<JsonNode> objects, String chart) {
        return objects.stream()
                .filter(object -> object.path("kind").asString().equals("Job"))
                .filter(object -> object.at("/metadata/labels/app.kubernetes.io~1component")
                        .asString()
                        .equals(chart))
                .sorted(Comparator.comparing(job -> job.path("metadata")
                        .path("annotations")
                        .path(BuiltPlatform.SHOWN_HOOK + "-weight")
                        .asString()))
                .toList();
    }

    /** Commands that delete, in the order in which they run. */
    private static List<String> commands(List<JsonNode> objects, String chart) {
        return jobs(objects, chart).stream()
                .map(job -> job.at("/spec/template/spec/containers/0/command")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String kindAndGroup(JsonNode object) {
        String version = object.path("apiVersion").asString();
        return object.path("kind").asString() + "." + version.substring(0, Math.max(0, version.indexOf('/')));
    }

    /** The operators of these groups put finalizers on their resources. */
    private static boolean hasFinalizer(String kind) {
        return Stream.of(".rabbitmq.com", ".redis.redis.opstreelabs.in", ".minio.min.io")
                .anyMatch(kind::endsWith);
    }
}
