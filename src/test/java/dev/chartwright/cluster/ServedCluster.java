package dev.chartwright.cluster;

import java.nio.file.Path;

/** An API server that answers, whatever acts behind it. */
interface ServedCluster {
    /** The file that its administrator uses. */
    Path kubeConfig();

    KubeApi api();
}
