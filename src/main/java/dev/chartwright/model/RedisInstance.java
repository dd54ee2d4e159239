package dev.chartwright.model;

/**
 * A standalone Redis.
 *
 * @param name object name, Service name
 * @param image server image
 * @param resources requests and limits
 * @param storage its volume; kept when the Redis is deleted
 * @param passwordSecret Secret in the namespace
 * @param passwordKey its key with the password
 */
public record RedisInstance(
        String name, Image image, Resources resources, Claim storage, String passwordSecret, String passwordKey) {}
