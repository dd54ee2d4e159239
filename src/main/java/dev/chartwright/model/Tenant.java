package dev.chartwright.model;

import java.util.List;

/**
 * A MinIO Tenant with one pool.
 *
 * @param name object name
 * @param image server image
 * @param configuration Secret with {@code config.env}
 * @param labels extra labels
 * @param env environment variables of the server
 * @param pool its servers and volumes
 * @param buckets buckets made in it
 * @param users Secrets with CONSOLE_ACCESS_KEY and CONSOLE_SECRET_KEY, one for each user
 */
public record Tenant(
        String name,
        Image image,
        String configuration,
        List<Entry> labels,
        List<Entry> env,
        Pool pool,
        List<Bucket> buckets,
        List<String> users) {
    public boolean hasEnv() {
        return !env.isEmpty();
    }

    public boolean hasBuckets() {
        return !buckets.isEmpty();
    }

    public boolean hasUsers() {
        return !users.isEmpty();
    }
}
