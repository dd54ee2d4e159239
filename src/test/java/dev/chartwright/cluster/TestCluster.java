package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The cluster that all tests of this run share; each empties it first. */
final class TestCluster {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private static Optional<TestCluster> shared = Optional.empty();

    private final Path kubeConfig;
    private final KubeApi api;
    private final Optional<JobStandIn> jobs;
    /** What was there before the first test, which no test touches. */
    private final Inventory own;

    private TestCluster(Path kubeConfig, boolean hasControllers) throws IOException, GeneralSecurityException {
        this.kubeConfig = kubeConfig;
        this.api = new KubeApi(KubeConfig.read(kubeConfig));
        this.own = Inventory.of(api);
        this.jobs = hasControllers ? Optional.empty() : Optional.of(JobStandIn.start(api));
    }

    /** A cluster that holds nothing but what was there before the first test. */
    static TestCluster empty() throws IOException, InterruptedException, GeneralSecurityException {
        if (shared.isEmpty()) {
            shared = Optional.of(open());
        }
        shared.get().clear();
        return shared.get();
    }

    private static TestCluster open() throws IOException, InterruptedException, GeneralSecurityException {
        if (Boolean.getBoolean("cluster.existing")) {
            return new TestCluster(Path.of(System.getProperty("cluster.kubeconfig")), true);
        }
        String binaries =
                Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).orElse("");
        assumeTrue(
                !binaries.isEmpty(),
                "give the folder of etcd and kube-apiserver in KUBEBUILDER_ASSETS, or a cluster in KUBECONFIG with"
                        + " -Dcluster.existing");
        Path folder = Files.createDirectories(Path.of("target", "cluster"));
        return new TestCluster(
                ApiServer.start(Path.of(binaries), Files.createTempDirectory(folder.toAbsolutePath(), "server-"))
                        .kubeConfig(),
                false);
    }

    Path kubeConfig() {
        return kubeConfig;
    }

    KubeApi api() {
        return api;
    }

    /** What the stand-in for the Job controller could not do. */
    List<String> failedJobs() {
        return jobs.map(JobStandIn::failures).orElse(List.of());
    }

    /** Makes a namespace that the release expects to find. */
    void makeNamespace(String name) {
        api.post(
                "/api/v1/namespaces",
                JSON.valueToTree(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name))));
    }

    /** Makes a CustomResourceDefinition and waits until it is served. */
    KubeApi.Answer define(JsonNode definition) throws InterruptedException {
        KubeApi.Answer answer = api.post(DEFINITIONS + "?fieldValidation=Strict", definition);
        String path = DEFINITIONS + "/" + definition.at("/metadata/name").asString("");
        if (answer.isDone()) {
            await(path + " to be established", () -> isEstablished(api.get(path).body()));
        }
        return answer;
    }

    private static boolean isEstablished(JsonNode definition) {
        for (JsonNode condition : definition.at("/status/conditions")) {
            if ("Established".equals(condition.path("type").asString(""))) {
                return "True".equals(condition.path("status").asString(""));
            }
        }
        return false;
    }

    private void clear() throws InterruptedException {
        Inventory now = Inventory.of(api);
        List<String> foreign = now.without(own).stream().map(now.objects()::get).toList();
        foreign.stream().filter(path -> !isContainer(path)).forEach(this::remove);
        foreign.stream().filter(TestCluster::isContainer).forEach(this::remove);
        await("an empty cluster", () -> Inventory.of(api).without(own).isEmpty());
    }

    /** What takes others with it. */
    private static boolean isContainer(String path) {
        return path.startsWith(DEFINITIONS) || path.startsWith("/api/v1/namespaces/") && path.split("/").length == 5;
    }

    private void remove(String path) {
        api.delete(path);
        JsonNode left = api.get(path).body();
        if (left.at("/metadata/finalizers").isEmpty()
                && left.at("/spec/finalizers").isEmpty()) {
            return;
        }
        if (path.startsWith("/api/v1/namespaces/") && isContainer(path) && jobs.isPresent()) {
            // What the namespace controller does last.
            ((ObjectNode) left.path("spec")).putArray("finalizers");
            api.put(path + "/finalize", left);
        } else if (!path.startsWith(DEFINITIONS)) {
            ObjectNode patch = JSON.createObjectNode();
            patch.putObject("metadata").putNull("finalizers");
            api.mergePatch(path, patch);
        }
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited " + PATIENCE + " in vain for " + what);
            }
            Thread.sleep(100);
        }
    }
}
