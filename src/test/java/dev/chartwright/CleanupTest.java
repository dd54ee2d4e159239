package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    @TempDir
    Path folder;

    @Test
    void deletesTheTopologyBeforeTheBrokerAndEachInItsNamespace() {
        List<JsonNode> objects = objects("stage");

        assertThat(commands(objects, "rabbitmq"))
                .containsExactly(
                        "kubectl delete " + TOPOLOGY
                                + " --all --namespace=rabbitmq --ignore-not-found --wait=true --timeout=120s",
                        "kubectl delete rabbitmqclusters.rabbitmq.com"
                                + " --all --namespace=rabbitmq --ignore-not-found --wait=true --timeout=120s");
        assertThat(commands(objects, "redis-operator"))
                .containsExactly("kubectl delete redis.redis.redis.opstreelabs.in"
                        + " --all --namespace=redis --ignore-not-found --wait=true --timeout=120s");
        assertThat(commands(objects, "minio"))
                .containsExactly("kubectl delete tenants.minio.min.io"
                        + " --all --namespace=minio --ignore-not-found --wait=true --timeout=120s");
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
                .isEqualTo(single(objects, "Job", chart)
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

        assertThat(hooks).hasSize(3 * 4).allSatisfy(hook -> {
            JsonNode annotations = hook.at("/metadata/annotations");
            assertThat(annotations.path(BuiltPlatform.SHOWN_HOOK).asString()).isEqualTo("pre-delete");
            int weight = Integer.parseInt(
                    annotations.path(BuiltPlatform.SHOWN_HOOK + "-weight").asString());
            assertThat(weight == 0).isEqualTo(hook.path("kind").asString().equals("Job"));
            assertThat(weight).isLessThanOrEqualTo(0);
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

    /** Commands of the job's containers in the order in which they run. */
    private static List<String> commands(List<JsonNode> objects, String chart) {
        JsonNode pod = single(objects, "Job", chart).at("/spec/template/spec");
        return Stream.of("initContainers", "containers")
                .flatMap(list -> pod.path(list).valueStream())
                .map(container -> container
                        .path("command")
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
