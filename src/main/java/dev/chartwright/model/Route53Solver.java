package dev.chartwright.model;

/**
 * A DNS-01 solver.
 *
 * @param region AWS region
 * @param secret existing Secret in cert-manager's namespace
 * @param accessKeyIdKey its key with the access key id
 * @param secretAccessKeyKey its key with the secret access key
 */
public record Route53Solver(String region, String secret, String accessKeyIdKey, String secretAccessKeyKey) {}
