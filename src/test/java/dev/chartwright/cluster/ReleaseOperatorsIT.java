package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.cluster.HelmProgram.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A release with its operators, brokers and router at work: what only shows once they have acted. */
class ReleaseOperatorsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    private OperatorCluster cluster;

    /** Each Helm and each environment once: an hour for every pair would be too much. */
    static Stream<Arguments> helmsAndEnvironments() {
        return Stream.of(Arguments.of(HelmProgram.HELM3, "local"), Arguments.of(HelmProgram.HELM4, "stage"));
    }

    @AfterEach
    void close() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @MethodSource("helmsAndEnvironments")
    void becomesReadyUpgradesRollsBackAndLeaves(HelmProgram helm, String environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = open(helm, environment);
        expectQuiet("install", helm.install(cluster, packed.chart(), packed.secrets()));
        expectReady();
        assertThat(cluster.audit().refused()).isEmpty();
        assertThat(new Selectors(cluster.api()).idle()).isEmpty();
        RoutedHosts routes = new RoutedHosts(cluster.api(), "traefik/traefik");
        TestCluster.await(
                "answers at all routes",
                () -> !routes.isServed() || routes.unanswered().isEmpty());

        Path changed = changed(packed);
        for (int round = 1; round <= 2; round++) {
            expectQuiet("upgrade", helm.install(cluster, packed.chart(), packed.secrets(), changed));
            expectReady();
            expectQuiet("rollback", helm.rollback(cluster, 2 * round - 1));
            expectReady();
        }
        assertThat(cluster.audit().refused()).isEmpty();

        expectQuiet("uninstall", helm.uninstall(cluster));
        assertThat(new OperatedResources(cluster.api()).all()).isEmpty();
        assertThat(cluster.failures()).isEmpty();
    }

    @Test
    void leavesWhenItsBrokerIsDead() throws IOException, InterruptedException, GeneralSecurityException {
        PackedEnvironment packed = open(HelmProgram.HELM3, "local");
        expectQuiet("install", HelmProgram.HELM3.install(cluster, packed.chart(), packed.secrets()));
        expectReady();
        cluster.kubelet().lose("library/rabbitmq");

        expectQuiet("uninstall", HelmProgram.HELM3.uninstall(cluster));

        assertThat(new OperatedResources(cluster.api()).all()).isEmpty();
    }

    /** Nothing goes as long as nobody takes the finalizers off; what the failed uninstall says to type does it. */
    @Test
    void saysHowToLeaveWhenAnOperatorIsDead() throws IOException, InterruptedException, GeneralSecurityException {
        HelmProgram helm = HelmProgram.HELM4;
        PackedEnvironment packed = open(helm, "local");
        Path hasty = Files.writeString(folder.resolve("hasty.yaml"), "{rabbitmq: {cleanup: {timeoutSeconds: 5}}}");
        expectQuiet("install", helm.install(cluster, packed.chart(), packed.secrets(), hasty));
        expectReady();
        cluster.kubelet().lose("rabbitmqoperator/");

        List<String> printed = new ArrayList<>();
        for (int failures = 0; failures < 2; failures++) {
            Run run = helm.uninstall(cluster);
            assertThat(run.code()).as(run.text()).isNotZero();
            printed.add(run.text());
            printed.add(new Advice(run.text()).follow(cluster, helm));
        }

        assertThat(new OperatedResources(cluster.api()).all())
                .as(String.join("\n---\n", printed))
                .isEmpty();
    }

    private PackedEnvironment open(HelmProgram helm, String environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        helm.assumeIsHere();
        cluster = OperatorCluster.start();
        PackedEnvironment packed = PackedEnvironment.of(environment);
        cluster.prepare(Surroundings.of(packed));
        return packed;
    }

    /**
     * Something of each operator's own resource, so that each has to act again; spelt otherwise than an operator spells
     * it when it updates the resource.
     */
    private Path changed(PackedEnvironment packed) throws IOException {
        return Files.writeString(folder.resolve("changed.yaml"), """
                rabbitmq: {cluster: {resources: {requests: {memory: 0.875Gi}, limits: {memory: 0.875Gi}}}}
                redis-operator: {instance: {resources: {requests: {cpu: 0.25, memory: 0.25Gi}}}}
                minio: {tenant: {resources: {requests: {cpu: 0.25}, limits: {memory: 1536Mi}}}}
                %s: {image: {tag: changed}}
                """.formatted(
                        packed.scaledApplication().name()));
    }

    private static void expectQuiet(String what, Run run) {
        assertThat(run.code()).as(what + ": " + run.text()).isZero();
        assertThat(run.warnings()).as(what).isEmpty();
    }

    private void expectReady() throws InterruptedException {
        OperatedResources resources = new OperatedResources(cluster.api());
        Instant start = Instant.now();
        Set<String> unready = resources.unready();
        while (!unready.isEmpty() && Instant.now().isBefore(start.plus(PATIENCE))) {
            Thread.sleep(1000);
            unready = resources.unready();
        }
        assertThat(unready).isEmpty();
        assertThat(resources.all()).hasSizeGreaterThan(10);
        System.out.println(
                "ready after " + Duration.between(start, Instant.now()).toSeconds() + " s");
    }
}
