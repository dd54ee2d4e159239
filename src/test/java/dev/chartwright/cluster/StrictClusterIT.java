package dev.chartwright.cluster;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.cluster.StoredRelease.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every object that Helm would send, as the API server sees it when nothing is forgiven. */
class StrictClusterIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STRICT = "?dryRun=All&fieldValidation=Strict";
    private static final int FEWEST_OBJECTS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "stage"})
    void acceptsEveryObjectUnderOurDefinitions(String environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = PackedEnvironment.of(environment);
        Surroundings surroundings = Surroundings.of(packed);
        StoredRelease release = StoredRelease.of(environment);

        TestCluster cluster = defining(surroundings, packed.definitions());

        assertThat(faults(cluster, release)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "stage"})
    void acceptsEveryObjectUnderTheDefinitionsOfTheProjects(String environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = PackedEnvironment.of(environment);
        Map<String, JsonNode> published =
                new TreeMap<>(UpstreamDefinitions.read().newest());
        Surroundings surroundings = Surroundings.of(packed);
        StoredRelease release = StoredRelease.of(environment);
        assertThat(published.keySet()).containsAll(packed.definitions().keySet());
        published.keySet().retainAll(packed.definitions().keySet());

        TestCluster cluster = defining(surroundings, published);

        assertThat(faults(cluster, release)).isEmpty();
    }

    @Test
    void refusesUnknownAndDuplicateFields() throws IOException, InterruptedException, GeneralSecurityException {
        TestCluster cluster = TestCluster.empty();
        cluster.makeNamespace("planted");
        for (JsonNode definition : PackedEnvironment.of("local").definitions().values()) {
            cluster.define(definition);
        }

        assertThat(fault(
                        cluster, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: planted}, dat: {}}"))
                .contains("unknown field \"dat\"");
        assertThat(fault(cluster, """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: a, namespace: planted}
                        data: {a: b}
                        data: {a: c}
                        """)).contains("key \"data\" already set");
        assertThat(fault(cluster, """
                        {apiVersion: rabbitmq.com/v1beta1, kind: Queue, metadata: {name: a, namespace: planted},
                          spec: {name: a, durable: "yes", rabbitmqClusterReference: {name: a}}}
                        """)).contains("spec.durable");
        assertThat(fault(cluster, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: planted}}"))
                .isEmpty();
    }

    @Test
    void refusesPodsThatTheirNamespaceForbids() throws IOException, InterruptedException, GeneralSecurityException {
        TestCluster cluster = TestCluster.empty();
        cluster.api().post("/api/v1/namespaces", """
                        {apiVersion: v1, kind: Namespace, metadata: {name: planted,
                          labels: {pod-security.kubernetes.io/enforce: restricted}}}
                        """);

        assertThat(faults(cluster, List.of(Rendered.of("""
                        {apiVersion: batch/v1, kind: Job, metadata: {name: a, namespace: planted}, spec: {template: {spec: {
                          restartPolicy: Never, containers: [{name: a, image: a}]}}}}
                        """))))
                .anyMatch(fault -> fault.contains("violates PodSecurity"));
    }

    private static TestCluster defining(Surroundings surroundings, Map<String, JsonNode> definitions)
            throws IOException, InterruptedException, GeneralSecurityException {
        TestCluster cluster = surroundings.cluster();
        for (Map.Entry<String, JsonNode> definition : definitions.entrySet()) {
            KubeApi.Answer answer = cluster.define(definition.getValue());
            assertThat(answer.isDone())
                    .as(definition.getKey() + ": " + answer.message())
                    .isTrue();
            assertThat(answer.warnings()).as(definition.getKey()).isEmpty();
        }
        return cluster;
    }

    private static List<String> faults(TestCluster cluster, StoredRelease release) {
        cluster.makeNamespace(HelmProgram.RELEASE);
        List<Rendered> everything = new ArrayList<>(release.everything());
        // Before what stands in them; a dry run makes nothing.
        for (Rendered rendered : release.objects()) {
            if (rendered.kind().equals("Namespace")) {
                KubeApi.Answer answer =
                        cluster.api().post("/api/v1/namespaces?fieldValidation=Strict", rendered.yaml());
                assertThat(answer.isDone()).as(answer.message()).isTrue();
                assertThat(answer.warnings()).isEmpty();
                everything.remove(rendered);
            }
        }
        assertThat(everything).hasSizeGreaterThan(FEWEST_OBJECTS);
        return faults(cluster, everything);
    }

    private static List<String> faults(TestCluster cluster, List<Rendered> objects) {
        Discovery discovery = new Discovery(cluster.api());
        List<String> faults = new ArrayList<>();
        for (Rendered rendered : objects) {
            String path = discovery.of(rendered.object()).collection(rendered.namespace());
            addFault(faults, rendered, cluster.api().post(path + STRICT, rendered.yaml()));
            JsonNode template = rendered.object().at("/spec/template");
            if (template.has("spec")) {
                addFault(faults, rendered, cluster.api().post(pods(rendered) + STRICT, pod(rendered, template)));
            }
        }
        return faults;
    }

    private static void addFault(List<String> faults, Rendered rendered, KubeApi.Answer answer) {
        if (!answer.isDone()) {
            faults.add(rendered + ": " + answer.message());
        }
        answer.warnings().forEach(warning -> faults.add(rendered + ": " + warning));
    }

    private static String pods(Rendered rendered) {
        return "/api/v1/namespaces/" + rendered.namespace() + "/pods";
    }

    /** What a controller would make of a template: only pods are held to the level that their namespace enforces. */
    private static ObjectNode pod(Rendered rendered, JsonNode template) {
        ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", "dry-run").put("namespace", rendered.namespace());
        metadata.set("labels", template.at("/metadata/labels"));
        pod.set("spec", template.path("spec"));
        return pod;
    }

    private static String fault(TestCluster cluster, String yaml) {
        return String.join("\n", faults(cluster, List.of(Rendered.of(yaml))));
    }
}
