package dev.chartwright.model;

import java.util.List;

/**
 * Object storage for stage tiers: the MinIO operator and one Tenant.
 *
 * @param name chart name
 * @param namespace namespace of the Tenant
 * @param operator the MinIO operator
 * @param tenant the Tenant
 * @param ingresses how it is reached from outside
 * @param secrets Secrets in the namespace
 */
public record Minio(
        String name, String namespace, Operator operator, Tenant tenant, List<Ingress> ingresses, List<Secret> secrets)
        implements Component {
    @Override
    public String description() {
        return "The MinIO operator and one Tenant";
    }

    @Override
    public String appVersion() {
        return tenant.image().tag();
    }

    /** The operator stops the servers of a Tenant in order; their claims stay. */
    public Cleanup cleanup() {
        return new Cleanup(List.of(new CleanupStep("tenants", 0, "minio.min.io", List.of("tenants"))));
    }

    @Override
    public List<PublicRoute> publicRoutes() {
        return ingresses.stream()
                .flatMap(ingress -> ingress.publicRoutes().stream())
                .toList();
    }
}
