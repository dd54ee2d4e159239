package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.chartwright.cluster.HelmProgram.Run;
import dev.chartwright.cluster.StoredRelease.Rendered;
import dev.chartwright.model.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A release's whole life on a real API server: it comes, stays the same, changes, goes back and leaves. */
class ReleaseClusterIT {
    private static final Set<String> OF_OPERATORS =
            Set.of("rabbitmq.com", "redis.redis.opstreelabs.in", "minio.min.io");
    private static final JsonNode FINALIZER =
            JsonMapper.shared().readTree("{\"metadata\": {\"finalizers\": [\"test.example/operator\"]}}");

    @TempDir
    Path folder;

    static Stream<Arguments> helmsAndEnvironments() {
        return Stream.of("local", "production", "stage")
                .flatMap(environment -> Stream.of(HelmProgram.values()).map(helm -> Arguments.of(helm, environment)));
    }

    @ParameterizedTest
    @MethodSource("helmsAndEnvironments")
    void installsUpgradesRollsBackAndLeaves(HelmProgram helm, String environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        helm.assumeIsHere();
        PackedEnvironment packed = PackedEnvironment.of(environment);
        TestCluster cluster = Surroundings.of(packed).cluster();
        Inventory before = Inventory.of(cluster.api());

        expectQuiet(helm.install(cluster, packed.chart(), packed.secrets()));
        StoredRelease first = StoredRelease.read(cluster.api(), 1);
        expectEverythingThere(cluster, first);
        expectQuiet(helm.install(cluster, packed.chart(), packed.secrets()));
        assertThat(StoredRelease.read(cluster.api(), 2).manifest()).isEqualTo(first.manifest());

        change(helm, cluster, packed);
        if (helm.rollsBack()) {
            JsonNode changed = deployment(cluster, first, packed.scaledApplication());
            expectQuiet(helm.rollback(cluster, 2));
            assertThat(StoredRelease.read(cluster.api(), 4).manifest()).isEqualTo(first.manifest());
            assertThat(deployment(cluster, first, packed.scaledApplication()).path("spec"))
                    .isNotEqualTo(changed.path("spec"));
        }

        holdAsOperatorsDo(cluster, first);
        Run leave = helm.uninstall(cluster);
        assertThat(cluster.failedJobs()).isEmpty();
        expectQuiet(leave);
        assertThat(cluster.leftOver(before, documentedToStay(packed, first)))
                .isEqualTo(documentedToStay(packed, first));
    }

    /** Why the charts have a cleanup: what an operator holds stays for ever once the operator is gone. */
    @Test
    void leavesCustomResourcesBehindWithoutTheCleanup()
            throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = PackedEnvironment.of("local");
        TestCluster cluster = Surroundings.of(packed).cluster();
        assumeTrue(cluster.isBare(), "the operators of this cluster are at work");
        Path values = Files.writeString(folder.resolve("values.yaml"), "{rabbitmq: {cleanup: {enabled: false}}}");
        expectQuiet(HelmProgram.EMBEDDED.install(cluster, packed.chart(), packed.secrets(), values));
        holdAsOperatorsDo(cluster, StoredRelease.read(cluster.api(), 1));

        expectQuiet(HelmProgram.EMBEDDED.uninstall(cluster));

        assertThat(Inventory.of(cluster.api()).objects().keySet())
                .anyMatch(name -> name.startsWith("RabbitmqCluster "))
                .noneMatch(name -> name.startsWith("Redis "));
    }

    /** A warning that nobody reads would pass every other test. */
    @ParameterizedTest
    @EnumSource
    void readsTheWarningsOfTheServer(HelmProgram helm)
            throws IOException, InterruptedException, GeneralSecurityException {
        helm.assumeIsHere();
        Run run = helm.install(TestCluster.empty(), rootPodInARestrictedNamespace());

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.warnings()).as(run.text()).anyMatch(line -> line.contains("would violate PodSecurity"));
    }

    private void change(HelmProgram helm, TestCluster cluster, PackedEnvironment packed) throws IOException {
        Application application = packed.scaledApplication();
        int replicas = application.workload().replicas() + 1;
        Path values = Files.writeString(
                folder.resolve("changed.yaml"),
                "{%s: {replicas: %d, image: {tag: changed}}}".formatted(application.name(), replicas));
        expectQuiet(helm.install(cluster, packed.chart(), packed.secrets(), values));
        JsonNode spec = deployment(cluster, StoredRelease.read(cluster.api(), 3), application)
                .path("spec");
        assertThat(spec.path("replicas").asInt(0)).isEqualTo(replicas);
        assertThat(spec.at("/template/spec/containers/0/image").asString("")).contains(":changed");
    }

    private static void expectQuiet(Run run) {
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.warnings()).isEmpty();
    }

    private static void expectEverythingThere(TestCluster cluster, StoredRelease release) {
        Discovery discovery = new Discovery(cluster.api());
        assertThat(release.objects()).isNotEmpty().allSatisfy(rendered -> {
            String path = discovery.of(rendered.object()).object(rendered.namespace(), rendered.name());
            assertThat(cluster.api().get(path).code()).as(path).isEqualTo(200);
        });
    }

    /** Only their operators, were they here, would let the resources go. */
    private static void holdAsOperatorsDo(TestCluster cluster, StoredRelease release) {
        if (!cluster.isBare()) {
            return;
        }
        Discovery discovery = new Discovery(cluster.api());
        List<Rendered> held = release.objects().stream()
                .filter(rendered ->
                        OF_OPERATORS.contains(discovery.of(rendered.object()).group()))
                .toList();
        assertThat(held).isNotEmpty();
        for (Rendered rendered : held) {
            String path = discovery.of(rendered.object()).object(rendered.namespace(), rendered.name());
            cluster.api().mergePatch(path, FINALIZER).demandDone();
        }
    }

    private static JsonNode deployment(TestCluster cluster, StoredRelease release, Application application) {
        Rendered rendered = release.objects().stream()
                .filter(object ->
                        object.kind().equals("Deployment") && object.name().equals(application.name()))
                .findFirst()
                .orElseThrow();
        return cluster.api()
                .get(new Discovery(cluster.api()).of(rendered.object()).object(rendered.namespace(), rendered.name()))
                .body();
    }

    /** The namespaces, the claims that hold data, and what Helm never takes away: definitions. */
    private static Set<String> documentedToStay(PackedEnvironment packed, StoredRelease release) {
        Set<String> names = new TreeSet<>();
        names.add(Inventory.text("Namespace", "", HelmProgram.RELEASE));
        packed.definitions().keySet().forEach(name -> names.add(Inventory.text("CustomResourceDefinition", "", name)));
        release.objects().stream()
                .filter(rendered -> Set.of("Namespace", "PersistentVolumeClaim").contains(rendered.kind()))
                .map(Rendered::toString)
                .forEach(names::add);
        return names;
    }

    private Path rootPodInARestrictedNamespace() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("Chart.yaml", "{apiVersion: v2, name: planted, version: 1.0.0}\n");
        files.put("templates/namespace.yaml", """
                {apiVersion: v1, kind: Namespace, metadata: {name: planted,
                  labels: {pod-security.kubernetes.io/warn: restricted}}}
                """);
        files.put("templates/deployment.yaml", """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: planted, namespace: planted}, spec: {
                  selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {
                    containers: [{name: main, image: planted, securityContext: {privileged: true}}]}}}}
                """);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve("planted").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.resolve("planted");
    }
}
