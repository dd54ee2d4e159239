package dev.chartwright.model;

import java.util.List;

/**
 * What Argo CD Image Updater does.
 *
 * @param strategy how a newer image is told: digest, newest-build, semver or alphabetical
 * @param applications whose images it follows
 */
public record ImageUpdater(String strategy, List<String> applications) {}
