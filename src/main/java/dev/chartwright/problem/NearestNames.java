package dev.chartwright.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names that may have been meant where a name is not known. */
public final class NearestNames {
    private static final int FARTHEST = 2;
    private static final int MOST = 5;

    private NearestNames() {}

    /** The allowed names at the smallest edit distance of at most 2, sorted; empty when none is that near. */
    public static List<String> of(String name, Collection<String> allowed) {
        for (int distance = 1; distance <= Math.min(FARTHEST, name.length() - 1); distance++) {
            int wanted = distance;
            List<String> found = allowed.stream()
                    .filter(candidate -> distance(name, candidate) == wanted)
                    .sorted()
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What to write instead: the near names, else at most five of the allowed ones. */
    public static String advice(String name, Collection<String> allowed) {
        List<String> near = of(name, allowed);
        if (!near.isEmpty()) {
            return "write " + near.stream().map(Quote::of).collect(Collectors.joining(" or "));
        }
        if (allowed.isEmpty()) {
            return "remove it; no name is allowed here";
        }
        return (allowed.size() == 1 ? "write " : "write one of ") + list(allowed);
    }

    /** At most five names, sorted, in backticks. */
    public static String list(Collection<String> names) {
        String shown = names.stream().sorted().limit(MOST).map(Quote::of).collect(Collectors.joining(", "));
        return names.size() > MOST ? shown + ", …" : shown;
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two names. */
    private static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = step(left, right, cost, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(String left, String right, int[][] cost, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int replaced = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        return isSwap(left, right, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean isSwap(String left, String right, int i, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
