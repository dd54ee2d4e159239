package dev.chartwright.explain;

/**
 * What a problem code means.
 *
 * @param code the code
 * @param rule what must hold, one sentence
 * @param why what happens otherwise
 * @param wrong lines that break the rule, without a last line end
 * @param right the same lines, mended
 */
public record Explanation(String code, String rule, String why, String wrong, String right) {}
