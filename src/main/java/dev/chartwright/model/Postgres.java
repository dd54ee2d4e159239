package dev.chartwright.model;

import java.util.List;

/**
 * A PostgreSQL in a single pod, for stage tiers.
 *
 * @param name chart name
 * @param namespace its namespace
 * @param image server image
 * @param workload Deployment, claim and Service names
 * @param database name of the database that is made at first start
 * @param resources requests and limits
 * @param storage its volume; kept at uninstall
 * @param secrets Secrets in the namespace
 */
public record Postgres(
        String name,
        String namespace,
        Image image,
        PostgresNames workload,
        String database,
        Resources resources,
        Claim storage,
        List<Secret> secrets)
        implements Component {
    @Override
    public String description() {
        return "PostgreSQL in a single pod with a volume that survives uninstall";
    }

    @Override
    public String appVersion() {
        return image.tag();
    }
}
