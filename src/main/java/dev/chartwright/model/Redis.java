package dev.chartwright.model;

import java.util.List;

/**
 * The cache: the Opstree operator and one standalone Redis.
 *
 * @param name chart name
 * @param namespace namespace of the Redis
 * @param operator the Redis operator
 * @param instance the Redis
 * @param secrets Secrets in the namespace
 */
public record Redis(String name, String namespace, Operator operator, RedisInstance instance, List<Secret> secrets)
        implements Component {
    @Override
    public String description() {
        return "The Opstree Redis operator and one standalone Redis";
    }

    @Override
    public String appVersion() {
        return instance.image().tag();
    }

    /** The operator takes its finalizer off the Redis. */
    public Cleanup cleanup() {
        return new Cleanup(List.of(new CleanupStep("redis", 0, "redis.redis.opstreelabs.in", List.of("redis"))));
    }
}
