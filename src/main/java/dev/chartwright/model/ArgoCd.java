package dev.chartwright.model;

import java.util.Optional;

/**
 * The Argo CD Application that installs an environment from the registry.
 *
 * @param namespace Argo CD's own namespace
 * @param project AppProject
 * @param server API server of the cluster that the environment is on
 * @param repository registry and path that the chart is pushed to, without {@code oci://}
 * @param automated whether Argo CD syncs by itself, prunes and heals
 * @param values Git repository with the values that are given at install
 * @param imageUpdater whose images follow their registry
 */
public record ArgoCd(
        String namespace,
        String project,
        String server,
        String repository,
        boolean automated,
        Optional<ArgoValues> values,
        Optional<ImageUpdater> imageUpdater) {}
