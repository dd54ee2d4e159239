package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Autoscaling;
import dev.chartwright.model.NodePool;
import dev.chartwright.model.Nodes;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Quantities;
import dev.chartwright.model.SamplePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class CapacityRuleTest {
    private static final String CODE = "over-capacity";
    private static final String POOLS = "/cluster/nodes/pools";

    private static Quantities amounts(String cpu, String memory) {
        return new Quantities(Optional.of(cpu), Optional.of(memory), Optional.empty());
    }

    private static Platform on(Platform platform, NodePool... pools) {
        return with(platform, "cluster.nodes", Optional.of(new Nodes(List.of(pools), List.of(), List.of())));
    }

    private static Platform asking(String path, Quantities requests) {
        return with(SamplePlatform.create(), path + ".resources.requests", requests);
    }

    @ParameterizedTest
    @CsvSource({
        "applications.0.workload, /applications/api/workload",
        "rabbitmq.cluster, /rabbitmq/cluster",
        "rabbitmq.clusterOperator, /rabbitmq/clusterOperator",
        "rabbitmq.topologyOperator, /rabbitmq/topologyOperator",
        "redis.instance, /redis/instance",
        "redis.operator, /redis/operator",
        "minio.tenant.pool, /minio/tenant/pool",
        "minio.operator, /minio/operator",
        "postgres, /postgres"
    })
    void wantsANodeForEachPod(String path, String pointer) {
        Platform platform = asking(path, amounts("2", "64Gi"));

        assertClean(on(platform, new NodePool("all", 2, amounts("2", "64Gi"))));
        assertProblem(
                on(platform, new NodePool("all", 40, amounts("2", "16Gi"))),
                CODE,
                pointer + "/resources/requests/memory");
    }

    @Test
    void findsTheLargestPool() {
        Platform platform = asking("postgres", amounts("6", "1Gi"));

        assertClean(on(
                platform,
                new NodePool("small", 3, amounts("2", "8Gi")),
                new NodePool("large", 1, amounts("6", "8Gi"))));
    }

    @Test
    void addsUpWhatAllPodsRequest() {
        Platform platform = asking("applications.0.workload", amounts("500m", "1Gi"));
        NodePool pool = new NodePool("all", 2, amounts("2", "4Gi"));

        assertClean(on(with(platform, "applications.0.workload.replicas", 8), pool));
        assertProblem(on(with(platform, "applications.0.workload.replicas", 9), pool), CODE, POOLS, 2);
    }

    @Test
    void countsTheMostThatAnAutoscalerMakes() {
        Platform platform = asking("applications.0.workload", amounts("500m", "1Mi"));
        platform = with(
                platform,
                "applications.0.workload.autoscaling",
                Optional.of(new Autoscaling(1, 5, Optional.of(80), Optional.empty())));

        assertClean(on(platform, new NodePool("all", 1, amounts("2500m", "4Gi"))));
        assertProblem(on(platform, new NodePool("all", 1, amounts("2", "4Gi"))), CODE, POOLS);
    }

    @Test
    void knowsNothingOfWhatAPoolDoesNotSay() {
        Platform platform = asking("postgres", amounts("6", "1Gi"));
        Quantities memory = new Quantities(Optional.empty(), Optional.of("2Gi"), Optional.empty());

        assertClean(on(platform, new NodePool("small", 1, amounts("1", "2Gi")), new NodePool("large", 1, memory)));
        assertClean(platform);
    }
}
