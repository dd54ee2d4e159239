package dev.chartwright.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.model.PlacedImage;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Why the digest of an image could not be found out.
 *
 * @param problem what the registry client says
 * @param image whose digest it is
 */
record Failure(Problem problem, PlacedImage image) {
    /** Each once: a registry that nobody reaches is one mistake, however many images it has. */
    static List<Problem> told(List<Failure> failures) {
        Map<List<String>, List<Failure>> alike = new LinkedHashMap<>();
        failures.forEach(failure ->
                alike.computeIfAbsent(failure.words(), any -> new ArrayList<>()).add(failure));
        return alike.values().stream().map(Failure::together).toList();
    }

    private List<String> words() {
        return List.of(problem.code(), problem.what(), problem.why(), problem.fix());
    }

    /** What has no place in the values says which image it is about. */
    private static Problem together(List<Failure> alike) {
        Failure first = alike.get(0);
        int others = alike.size() - 1;
        return first.problem.location().line() > 0
                ? first.problem
                : first.problem.and("asked for " + Quote.of(first.image.image().tagged()) + " (" + first.image.place()
                        + ")" + (others == 0 ? "" : " and " + others + " more"));
    }
}
