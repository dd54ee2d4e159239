package dev.chartwright.book;

import java.util.ArrayList;
import java.util.List;

import dev.chartwright.model.Application;
import dev.chartwright.model.Autoscaling;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Quantities;
import dev.chartwright.model.Quantity;
import dev.chartwright.model.Resources;

/**
 * What a part of the platform asks of the nodes.
 *
 * @param part its name
 * @param pods how many of it run
 * @param requests cores and bytes that all of them reserve
 * @param limits cores and bytes that all of them may use
 */
record Load(String part, int pods, Amounts requests, Amounts limits) {
    /** Cores and bytes. */
    record Amounts(Quantity cpu, Quantity memory) {
        static Amounts of(Quantities quantities, int pods) {
            return new Amounts(
                    quantities
                            .cpu()
                            .flatMap(Quantity::parse)
                            .orElse(Quantity.NONE)
                            .times(pods),
                    quantities
                            .memory()
                            .flatMap(Quantity::parse)
                            .orElse(Quantity.NONE)
                            .times(pods));
        }

        Amounts plus(Amounts other) {
            return new Amounts(cpu.plus(other.cpu), memory.plus(other.memory));
        }
    }

    private static Load of(String part, int pods, Resources resources) {
        return new Load(part, pods, Amounts.of(resources.requests(), pods), Amounts.of(resources.limits(), pods));
    }

    /** Every part, in the order of the model, and their sum. */
    static List<Load> of(Platform platform) {
        List<Load> loads = new ArrayList<>();
        platform.applications()
                .forEach(part ->
                        loads.add(of(part.name(), pods(part), part.workload().resources())));
        platform.traefik()
                .flatMap(part -> part.controller())
                .ifPresent(controller -> loads.add(of("traefik", controller.replicas(), controller.resources())));
        platform.rabbitmq().ifPresent(part -> {
            loads.add(of("RabbitMQ", part.cluster().replicas(), part.cluster().resources()));
            loads.add(of("RabbitMQ cluster operator", 1, part.clusterOperator().resources()));
            loads.add(
                    of("RabbitMQ topology operator", 1, part.topologyOperator().resources()));
        });
        platform.redis().ifPresent(part -> {
            loads.add(of("Redis", 1, part.instance().resources()));
            loads.add(of("Redis operator", 1, part.operator().resources()));
        });
        platform.minio().ifPresent(part -> {
            loads.add(of(
                    "MinIO",
                    part.tenant().pool().servers(),
                    part.tenant().pool().resources()));
            loads.add(of("MinIO operator", 1, part.operator().resources()));
        });
        platform.postgres().ifPresent(part -> loads.add(of("PostgreSQL", 1, part.resources())));
        loads.add(sum(loads));
        return loads;
    }

    private static int pods(Application part) {
        return part.workload()
                .autoscaling()
                .map(Autoscaling::maxReplicas)
                .orElse(part.workload().replicas());
    }

    private static Load sum(List<Load> loads) {
        Amounts none = new Amounts(Quantity.NONE, Quantity.NONE);
        return new Load(
                "together",
                loads.stream().mapToInt(Load::pods).sum(),
                loads.stream().map(Load::requests).reduce(none, Amounts::plus),
                loads.stream().map(Load::limits).reduce(none, Amounts::plus));
    }
}
