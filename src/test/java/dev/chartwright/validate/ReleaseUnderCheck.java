package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Platform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/** The objects of a release, of which one may be another: what the rules on rendered objects tell. */
public final class ReleaseUnderCheck {
    private final Platform platform;
    private final List<RenderedObject> objects;
    private final List<RenderedObject> definitions;
    private final Set<List<String>> known;

    /**
     * A release as it is.
     *
     * @param platform what it was made from
     * @param objects every object
     * @param definitions what stands in {@code crds/}
     */
    public ReleaseUnderCheck(Platform platform, List<JsonNode> objects, List<JsonNode> definitions) {
        this.platform = platform;
        this.objects = objects.stream().map(ReleaseUnderCheck::rendered).toList();
        this.definitions = definitions.stream().map(ReleaseUnderCheck::rendered).toList();
        known = check(this.objects).map(ReleaseUnderCheck::words).collect(Collectors.toCollection(HashSet::new));
    }

    /** Codes of what is told of the release as it is. */
    public Set<String> codes() {
        return known.stream().map(words -> words.get(0)).collect(Collectors.toSet());
    }

    /** What is told when one object is another, and not before. */
    public List<String> told(int index, JsonNode changed) {
        List<RenderedObject> others = new ArrayList<>(objects);
        others.set(index, rendered(changed));
        return check(others)
                .filter(problem -> !known.contains(words(problem)))
                .map(problem -> problem.code() + ": " + problem.what())
                .toList();
    }

    private Stream<Problem> check(List<RenderedObject> rendered) {
        Release release = new Release(platform, rendered, definitions);
        Origins nowhere = new Origins(Map.of(), Map.of(), Location.ofFile(""));
        return Stream.of(
                        DuplicateObjects.check(rendered.stream()),
                        ObjectRules.check(release, Subject.alone(platform, nowhere)),
                        ReleaseRules.check(release))
                .flatMap(problems -> problems);
    }

    private static RenderedObject rendered(JsonNode object) {
        return new RenderedObject("", object, new Origins(Map.of(), Map.of(), Location.ofFile("")));
    }

    private static List<String> words(Problem problem) {
        return List.of(problem.code(), problem.what());
    }
}
