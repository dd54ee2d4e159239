package dev.chartwright.validate;

import java.util.List;

import dev.chartwright.problem.Problem;

/**
 * What an upgrade from an earlier chart meets.
 *
 * @param from version of the earlier chart
 * @param problems changes that the cluster refuses
 * @param definitions names of the custom resource definitions that differ or are new, sorted; Helm upgrades none
 * @param kept whether the version is the earlier one, though the charts differ
 */
public record Upgrade(String from, List<Problem> problems, List<String> definitions, boolean kept) {}
