package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Minio;
import dev.chartwright.model.Network;
import dev.chartwright.model.Port;
import dev.chartwright.model.Postgres;
import dev.chartwright.model.Rabbitmq;
import dev.chartwright.model.Redis;

/**
 * Services of a component and the ports they offer; those of parts are made by the parts' operators.
 *
 * @param ports port numbers by Service name
 */
record OfferedPorts(Map<String, List<Integer>> ports) {
    private static final int MINIO_API = 80;
    private static final int MINIO_CONSOLE = 9090;
    private static final int REDIS_PORT = 6379;
    private static final int POSTGRES_PORT = 5432;

    static OfferedPorts of(Component component) {
        if (component instanceof Application application) {
            return of(application.network());
        }
        if (component instanceof Rabbitmq rabbitmq) {
            List<Integer> ports =
                    List.of(rabbitmq.cluster().amqpPort(), rabbitmq.cluster().managementPort());
            return new OfferedPorts(Map.of(rabbitmq.cluster().name(), ports));
        }
        if (component instanceof Minio minio) {
            // The operator names the API's Service "minio" whatever the Tenant is called.
            return new OfferedPorts(
                    Map.of("minio", List.of(MINIO_API), minio.tenant().name() + "-console", List.of(MINIO_CONSOLE)));
        }
        if (component instanceof Redis redis) {
            return new OfferedPorts(Map.of(redis.instance().name(), List.of(REDIS_PORT)));
        }
        return component instanceof Postgres postgres
                ? new OfferedPorts(Map.of(postgres.workload().service(), List.of(POSTGRES_PORT)))
                : new OfferedPorts(Map.of());
    }

    /** Those that speak HTTP, which is all that routes lead to; of the broker, its console. */
    static OfferedPorts toPeople(Component component) {
        return component instanceof Rabbitmq rabbitmq
                ? new OfferedPorts(Map.of(
                        rabbitmq.cluster().name(), List.of(rabbitmq.cluster().managementPort())))
                : of(component);
    }

    private static OfferedPorts of(Network network) {
        List<Integer> ports = network.ports().stream().map(Port::offered).toList();
        return network.service()
                .map(service -> new OfferedPorts(Map.of(service.name(), ports)))
                .orElseGet(() -> new OfferedPorts(Map.of()));
    }

    Set<String> services() {
        return ports.keySet();
    }

    List<Integer> of(String service) {
        return ports.getOrDefault(service, List.of());
    }
}
