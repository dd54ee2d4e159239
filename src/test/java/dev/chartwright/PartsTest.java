package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static dev.chartwright.RenderedPlatform.name;
import static dev.chartwright.RenderedPlatform.namespace;
import static org.assertj.core.api.Assertions.assertThat;

/** What a real cluster found in the parts of a platform, held for every environment that has the part. */
class PartsTest {
    private static final String REFLECTION = "reflector.v1.k8s.emberstack.com/reflection-allowed";
    private static final List<String> ENTRY_POINTS =
            List.of("--entryPoints.web.asDefault=true", "--entryPoints.websecure.asDefault=true");

    @TempDir
    private Path folder;

    private RenderedPlatform render(Path values, String environment) {
        return new RenderedPlatform(BuiltPlatform.of(values, environment), folder);
    }

    /** Routes without an entry point of their own would be served at that of the metrics too. */
    @Test
    void routesAreServedAtTheTwoPublicEntryPoints() {
        assertThat(render(BuiltPlatform.CODEDANG, "stage")
                        .ofKind("HelmChartConfig")
                        .map(config -> config.at("/spec/valuesContent").asString("")))
                .singleElement()
                .asString()
                .contains(ENTRY_POINTS);
        assertThat(render(BuiltPlatform.CODEDANG, "local")
                        .named("Deployment", "traefik")
                        .flatMap(router -> router.at("/spec/template/spec/containers/0/args")
                                .valueStream())
                        .map(argument -> argument.asString("")))
                .containsAll(ENTRY_POINTS);
    }

    @EveryEnvironment
    void holdsInEveryEnvironment(Path values, String environment) {
        RenderedPlatform rendered = render(values, environment);

        assertThat(unreachableMetrics(rendered))
                .as("metrics that nobody may fetch")
                .isEmpty();
        assertThat(secretsForAll(rendered)).as("Secrets for every namespace").isEmpty();
        assertThat(hastyPods(rendered)).as("routed pods that go at once").isEmpty();
        assertThat(blindSpreads(rendered)).as("spreads over lost nodes").isEmpty();
        assertThat(repeatedHosts(rendered))
                .as("hosts with several certificates")
                .isEmpty();
    }

    private static Stream<String> unreachableMetrics(RenderedPlatform rendered) {
        return rendered.objects()
                .filter(object -> object.at("/spec/template/metadata/annotations")
                        .path("prometheus.io/scrape")
                        .asString("")
                        .equals("true"))
                .filter(object -> rendered.ofKind("NetworkPolicy").noneMatch(policy -> admits(policy, object)))
                .map(RenderedPlatform::name);
    }

    private static boolean admits(JsonNode policy, JsonNode owner) {
        JsonNode pod = owner.at("/spec/template/metadata");
        int port = Integer.parseInt(
                pod.path("annotations").path("prometheus.io/port").asString("0"));
        boolean isAbout = policy.at("/spec/podSelector/matchLabels").properties().stream()
                .allMatch(label -> label.getValue().equals(pod.path("labels").path(label.getKey())));
        return isAbout
                && namespace(policy).equals(namespace(owner))
                && policy.at("/spec/ingress")
                        .valueStream()
                        .flatMap(rule -> rule.path("ports").valueStream())
                        .anyMatch(open -> open.path("port").asInt(0) == port);
    }

    private static Stream<String> secretsForAll(RenderedPlatform rendered) {
        return rendered.objects()
                .flatMap(object -> Stream.of(
                        object.at("/metadata"),
                        object.at("/spec/template/metadata"),
                        object.at("/spec/target/template/metadata")))
                .map(metadata -> metadata.path("annotations"))
                .filter(annotations -> annotations.has(REFLECTION))
                .filter(annotations -> annotations
                        .path(REFLECTION + "-namespaces")
                        .asString("")
                        .isEmpty())
                .map(JsonNode::toString);
    }

    private static Stream<String> hastyPods(RenderedPlatform rendered) {
        Set<String> routed = rendered.platform().applications().stream()
                .filter(application -> !application.publicRoutes().isEmpty())
                .map(Application::name)
                .collect(Collectors.toSet());
        return rendered.ofKind("Deployment")
                .filter(deployment -> routed.contains(name(deployment)))
                .map(deployment -> deployment.at("/spec/template/spec"))
                .filter(pod -> {
                    int sleep = pod.at("/containers/0/lifecycle/preStop/sleep/seconds")
                            .asInt(0);
                    return sleep == 0
                            || pod.path("terminationGracePeriodSeconds").asInt(0) <= sleep;
                })
                .map(JsonNode::toString);
    }

    private static Stream<String> blindSpreads(RenderedPlatform rendered) {
        return rendered.pods()
                .flatMap(pod -> pod.path("topologySpreadConstraints").valueStream())
                .filter(spread -> !spread.path("nodeTaintsPolicy").asString("").equals("Honor")
                        || !spread.path("matchLabelKeys").toString().contains("pod-template-hash"))
                .map(JsonNode::toString);
    }

    private static Stream<Set<String>> repeatedHosts(RenderedPlatform rendered) {
        Stream<Set<String>> ingresses = rendered.ofKind("Ingress")
                .flatMap(ingress -> ingress.at("/spec/tls").valueStream())
                .map(tls ->
                        tls.path("hosts").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
        Stream<Set<String>> listeners = rendered.ofKind("Gateway")
                .flatMap(gateway -> gateway.at("/spec/listeners").valueStream())
                .filter(listener -> listener.has("tls"))
                .map(listener -> Set.of(listener.path("hostname").asString("")));
        return Stream.concat(ingresses, listeners)
                .collect(Collectors.groupingBy(hosts -> hosts, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey);
    }

    /** MinIO's operator signs no certificates and reads no tokens, for what would want it is off. */
    @ParameterizedTest
    @CsvSource({"values, local", "values, stage"})
    void theOperatorOfMinioMayDoWhatItsCodeCallsAndNoMore(Path values, String environment) {
        RenderedPlatform rendered = render(values, environment);
        List<JsonNode> rules = rendered.named("ClusterRole", "minio-operator-role")
                .flatMap(role -> role.path("rules").valueStream())
                .toList();

        assertThat(rules).isNotEmpty().noneMatch(rule -> rule.toString().contains("\"*\""));
        assertThat(rules)
                .extracting(rule -> rule.path("apiGroups").path(0).asString("") + "/"
                        + rule.path("resources").path(0).asString(""))
                .contains("minio.min.io/tenants", "minio.min.io/tenants/status", "sts.min.io/policybindings")
                .noneMatch(kind -> kind.startsWith("certificates.k8s.io/")
                        || kind.startsWith("authentication.k8s.io/")
                        || kind.startsWith("monitoring.coreos.com/")
                        || kind.startsWith("apiextensions.k8s.io/")
                        || kind.startsWith("job.min.io/"));
    }

    /** An API server lets nobody give a right that he has not: the operator makes this role for its servers. */
    @Test
    void theOperatorOfMinioHasWhatItGivesToServers() {
        List<JsonNode> rules = render(BuiltPlatform.CODEDANG, "stage")
                .named("ClusterRole", "minio-operator-role")
                .flatMap(role -> role.path("rules").valueStream())
                .toList();

        assertThat(verbs(rules, "", "secrets")).contains("get", "list", "watch");
        assertThat(verbs(rules, "", "services")).contains("create", "delete", "get");
        assertThat(verbs(rules, "minio.min.io", "tenants")).contains("get", "list", "watch");
    }

    private static List<String> verbs(List<JsonNode> rules, String group, String resource) {
        return rules.stream()
                .filter(rule -> rule.path("apiGroups").path(0).asString("-").equals(group)
                        && rule.path("resources").path(0).asString("").equals(resource))
                .flatMap(rule -> rule.path("verbs").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"values, local", "values, stage"})
    void minioWritesToVolumesAlone(Path values, String environment) {
        RenderedPlatform rendered = render(values, environment);

        assertThat(rendered.named("Deployment", "minio-operator")
                        .map(operator -> operator.at("/spec/template/spec/containers/0")))
                .singleElement()
                .matches(container ->
                        container.at("/securityContext/readOnlyRootFilesystem").asBoolean(false))
                .matches(container ->
                        container.at("/volumeMounts/0/mountPath").asString("").equals("/tmp"));
        assertThat(rendered.ofKind("Tenant"))
                .singleElement()
                .matches(tenant -> tenant.at("/spec/pools/0/containerSecurityContext/readOnlyRootFilesystem")
                        .asBoolean(false))
                .matches(tenant ->
                        tenant.at("/spec/env").toString().contains("{\"name\":\"MINIO_UPDATE\",\"value\":\"off\"}"));
    }

    /** A kill during a recovery begins it anew, and a server that initialises listens at its socket. */
    @Test
    void nothingKillsADatabaseThatRecovers() {
        assertThat(render(BuiltPlatform.CODEDANG, "stage")
                        .named("Deployment", "postgres-v18")
                        .map(database -> database.at("/spec/template/spec/containers/0")))
                .singleElement()
                .matches(container -> !container.has("startupProbe") && !container.has("livenessProbe"))
                .matches(
                        container -> container.path("readinessProbe").toString().contains("pg_isready -h 127.0.0.1 "));
    }

    @ParameterizedTest
    @CsvSource({"local", "stage", "production"})
    void operatorsAndWhatTheyMakeRunRestricted(String environment) {
        assertThat(render(BuiltPlatform.CODEDANG, environment)
                        .ofKind("Namespace")
                        .filter(space -> Set.of("rabbitmq", "redis", "minio", "rabbitmq-system", "redis-operator")
                                .contains(name(space)))
                        .map(space -> space.at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                .asString("")))
                .isNotEmpty()
                .containsOnly("restricted");
    }
}
