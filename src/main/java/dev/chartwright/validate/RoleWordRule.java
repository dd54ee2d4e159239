package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Verbs and resources in rules of roles are spelt as the API server compares them: it takes any word, and grants nothing. */
final class RoleWordRule implements ReleaseRule {
    private static final JsonNode LISTS = JarFile.json("roles.json");
    private static final List<String> VERBS = texts(LISTS.path("verbs"));

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream()
                .filter(object -> object.kind().equals("Role") || object.kind().equals("ClusterRole"))
                .flatMap(role -> Element.each(role.root().path("rules"), role.place("rules"))
                        .flatMap(rule -> Stream.concat(verbs(role, rule), resources(role, rule))));
    }

    private static Stream<Problem> verbs(RenderedObject role, Element rule) {
        return rule.each("verbs").flatMap(verb -> misspelt(role, verb, VERBS, "verb"));
    }

    /** Of built-in groups alone: nobody knows what all others serve. */
    private static Stream<Problem> resources(RenderedObject role, Element rule) {
        List<String> groups = texts(rule.root().path("apiGroups"));
        JsonNode known = LISTS.path("resources");
        if (groups.isEmpty() || !groups.stream().allMatch(known::has)) {
            return Stream.empty();
        }
        List<String> names = groups.stream()
                .flatMap(group -> texts(known.path(group)).stream())
                .toList();
        return rule.each("resources").flatMap(resource -> misspelt(role, resource, names, "resource"));
    }

    private static Stream<Problem> misspelt(RenderedObject role, Element word, List<String> known, String what) {
        String written = word.root().asString("");
        String name = written.replaceFirst("/.*", "");
        List<String> near = known.contains(name) ? List.of() : NearestNames.of(name, known);
        return near.isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        word.place().value(),
                        "not-allowed-value",
                        role.kind() + " " + Quote.of(role.name()) + " gives the " + what + " " + Quote.of(written)
                                + ", which Kubernetes does not have",
                        "the API server takes any word here, and a misspelt one grants nothing",
                        "write " + near.stream().map(Quote::of).collect(Collectors.joining(" or "))));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
