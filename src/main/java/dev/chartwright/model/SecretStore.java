package dev.chartwright.model;

import java.util.Optional;

/**
 * An External Secrets SecretStore on AWS Secrets Manager.
 *
 * @param name object name
 * @param region AWS region
 * @param secret Secret in the same namespace that holds the access key
 * @param accessKeyIdKey its key with the access key id
 * @param secretAccessKeyKey its key with the secret access key
 * @param unused why it stays although nothing of the platform uses it
 */
public record SecretStore(
        String name,
        String region,
        String secret,
        String accessKeyIdKey,
        String secretAccessKeyKey,
        Optional<String> unused) {}
