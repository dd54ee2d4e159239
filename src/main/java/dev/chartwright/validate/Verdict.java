package dev.chartwright.validate;

import java.util.List;

import dev.chartwright.problem.Problem;

/**
 * What checks found in a chart.
 *
 * @param problems what is wrong; empty for a good chart
 * @param releaseSize bytes of the Secret that Helm keeps an installed release in, estimated; 0 with problems
 */
public record Verdict(List<Problem> problems, int releaseSize) {
    /** What a Secret may hold. */
    public static final int LARGEST_RELEASE = 1024 * 1024;

    static Verdict of(List<Problem> problems) {
        return new Verdict(problems, 0);
    }
}
