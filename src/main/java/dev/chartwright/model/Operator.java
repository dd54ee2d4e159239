package dev.chartwright.model;

import java.util.List;

/**
 * A Kubernetes operator that a chart installs.
 *
 * @param namespace where it runs
 * @param image its pinned image
 * @param resources requests and limits
 * @param images further images it is told about, by environment variable
 */
public record Operator(String namespace, Image image, Resources resources, List<NamedImage> images) {
    public boolean hasImages() {
        return !images.isEmpty();
    }
}
