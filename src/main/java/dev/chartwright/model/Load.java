package dev.chartwright.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pods of a part ask of the nodes.
 *
 * @param part its name, for people
 * @param keys keys in the values that lead to its resources
 * @param pods how many of them run at most
 * @param requests what each reserves
 * @param limits what each may use
 */
public record Load(String part, List<String> keys, int pods, Amounts requests, Amounts limits) {
    private static final String RESOURCES = "resources";

    private static Load of(String part, List<String> place, int pods, Resources resources) {
        List<String> keys = new ArrayList<>(place);
        keys.add(RESOURCES);
        return new Load(
                part, List.copyOf(keys), pods, Amounts.of(resources.requests()), Amounts.of(resources.limits()));
    }

    /** Every part that runs for good, in the order of the model. */
    public static List<Load> of(Platform platform) {
        List<Load> loads = new ArrayList<>();
        platform.applications().forEach(part -> loads.add(of(part)));
        platform.traefik().flatMap(Traefik::controller).ifPresent(part -> loads.add(of(part)));
        platform.rabbitmq().ifPresent(part -> loads.addAll(of(part)));
        platform.redis().ifPresent(part -> loads.addAll(of(part)));
        platform.minio().ifPresent(part -> loads.addAll(of(part)));
        platform.postgres().ifPresent(part -> loads.add(of("PostgreSQL", List.of("postgres"), 1, part.resources())));
        return loads;
    }

    private static Load of(Application part) {
        Workload workload = part.workload();
        int pods = workload.autoscaling().map(Autoscaling::maxReplicas).orElse(workload.replicas());
        return of(part.name(), List.of("applications", part.name(), "workload"), pods, workload.resources());
    }

    private static Load of(TraefikController part) {
        return of("Traefik", List.of("traefik", "controller"), part.replicas(), part.resources());
    }

    private static List<Load> of(Rabbitmq part) {
        return List.of(
                of(
                        "RabbitMQ",
                        List.of("rabbitmq", "cluster"),
                        part.cluster().replicas(),
                        part.cluster().resources()),
                of("RabbitMQ cluster operator", List.of("rabbitmq", "clusterOperator"), part.clusterOperator()),
                of("RabbitMQ topology operator", List.of("rabbitmq", "topologyOperator"), part.topologyOperator()));
    }

    private static List<Load> of(Redis part) {
        return List.of(
                of("Redis", List.of("redis", "instance"), 1, part.instance().resources()),
                of("Redis operator", List.of("redis", "operator"), part.operator()));
    }

    private static List<Load> of(Minio part) {
        Pool pool = part.tenant().pool();
        return List.of(
                of("MinIO", List.of("minio", "tenant", "pool"), pool.servers(), pool.resources()),
                of("MinIO operator", List.of("minio", "operator"), part.operator()));
    }

    /** An operator runs in one pod. */
    private static Load of(String part, List<String> place, Operator operator) {
        return of(part, place, 1, operator.resources());
    }

    /** What all its pods reserve. */
    public Amounts allRequests() {
        return requests.times(pods);
    }

    /** What all its pods may use. */
    public Amounts allLimits() {
        return limits.times(pods);
    }
}
