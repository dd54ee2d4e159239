package dev.chartwright.model;

/**
 * A values file in Git.
 *
 * @param repository URL
 * @param revision branch or tag
 * @param path file, from the root of the repository
 */
public record ArgoValues(String repository, String revision, String path) {}
