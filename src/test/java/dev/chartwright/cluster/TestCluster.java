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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The cluster that all tests of this run share; each empties it first. */
final class TestCluster implements ServedCluster {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private static Optional<TestCluster> shared = Optional.empty();

    private final Path kubeConfig;
    private final KubeApi api;
    private final Optional<JobStandIn> jobs;
    /** What was there before the first test, which no test touches. */
    private final Inventory own;
    /** By name; posting a hundred of them again for each test would take most of the time. */
    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private TestCluster(Path kubeConfig, boolean hasControllers) throws IOException, GeneralSecurityException {
        this.kubeConfig = kubeConfig;
        this.api = new KubeApi(KubeConfig.read(kubeConfig));
        this.own = Inventory.of(api);
        this.jobs = hasControllers ? Optional.empty() : Optional.of(JobStandIn.start(api));
    }

    /** A cluster that holds nothing but what was there before the first test. */
    static TestCluster empty() throws IOException, InterruptedException, GeneralSecurityException {
        return holding(List.of(), Map.of());
    }

    /** A cluster that holds only namespaces and definitions that the release expects to find. */
    static TestCluster holding(List<String> namespaces, Map<String, JsonNode> definitions)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (shared.isEmpty()) {
            shared = Optional.of(open());
        }
        TestCluster cluster = shared.get();
        cluster.definitions.entrySet().retainAll(definitions.entrySet());
        cluster.clear();
        namespaces.forEach(cluster::makeNamespace);
        for (Map.Entry<String, JsonNode> definition : definitions.entrySet()) {
            if (!cluster.definitions.containsKey(definition.getKey())) {
                cluster.define(definition.getValue()).demandDone();
                cluster.definitions.put(definition.getKey(), definition.getValue());
            }
        }
        return cluster;
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

    @Override
    public Path kubeConfig() {
        return kubeConfig;
    }

    @Override
    public KubeApi api() {
        return api;
    }

    /** What is here and was not before; where controllers clear up, when they have come so far. */
    Set<String> leftOver(Inventory before, Set<String> expected) throws InterruptedException {
        if (!isBare()) {
            await("what a release leaves", () -> notBefore(before, expected).equals(expected));
        }
        return notBefore(before, expected);
    }

    private Set<String> notBefore(Inventory before, Set<String> expected) {
        Set<String> names = Inventory.of(api).without(before);
        // Claims that operators made, and the volumes of all claims.
        names.removeIf(name -> !isBare() && !expected.contains(name) && name.startsWith("PersistentVolume"));
        return names;
    }

    /** Whether nothing but the tests acts in this cluster. */
    boolean isBare() {
        return jobs.isPresent();
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
        List<String> paths = foreign();
        paths.stream().filter(path -> !isContainer(path)).forEach(this::remove);
        paths.stream().filter(TestCluster::isContainer).forEach(this::remove);
        await("an empty cluster", () -> foreign().isEmpty());
    }

    private List<String> foreign() {
        Inventory now = Inventory.of(api);
        return now.without(own).stream()
                .map(now.objects()::get)
                .filter(path -> !definitions.containsKey(path.substring(path.lastIndexOf('/') + 1)))
                .toList();
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
        if (path.startsWith("/api/v1/namespaces/") && isContainer(path) && isBare()) {
            // What the namespace controller does last.
            ((ObjectNode) left.path("spec")).putArray("finalizers");
            api.put(path + "/finalize", left);
        } else if (!path.startsWith(DEFINITIONS)) {
            api.mergePatch(path, JobStandIn.WITHOUT_FINALIZERS);
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
