package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** CustomResourceDefinitions keep the rules that the API server has for them beside their types. */
final class DefinitionShapeRule implements ReleaseRule {
    private static final String CODE = "broken-definition";

    @Override
    public Stream<Problem> check(Release release) {
        return release.definitions().stream()
                .filter(object -> object.kind().equals(Definition.KIND))
                .flatMap(object -> Stream.concat(name(object), versions(object)));
    }

    private static Stream<Problem> name(RenderedObject object) {
        JsonNode spec = object.root().path("spec");
        String wanted =
                spec.at("/names/plural").asString("") + "." + spec.path("group").asString("");
        return object.name().equals(wanted)
                ? Stream.empty()
                : Stream.of(problem(
                        object,
                        object.place("metadata", "name").value(),
                        "is not named after its plural and group, " + Quote.of(wanted),
                        "write " + Quote.of(wanted) + ", or mend `spec.names.plural` or `spec.group`"));
    }

    private static Stream<Problem> versions(RenderedObject object) {
        List<JsonNode> versions =
                object.root().at("/spec/versions").valueStream().toList();
        long stored = count(versions, "storage");
        Stream<Problem> storage = stored == 1
                ? Stream.empty()
                : Stream.of(problem(
                        object,
                        object.place("spec", "versions").key(),
                        "has " + stored + " versions with `storage: true`",
                        "write `storage: true` at one version"));
        Stream<Problem> served = count(versions, "served") > 0
                ? Stream.empty()
                : Stream.of(problem(
                        object,
                        object.place("spec", "versions").key(),
                        "serves no version",
                        "write `served: true` at the version that is used"));
        return Stream.concat(storage, served);
    }

    private static long count(List<JsonNode> versions, String key) {
        return versions.stream()
                .filter(version -> version.path(key).asBoolean(false))
                .count();
    }

    private static Problem problem(RenderedObject object, Location place, String what, String fix) {
        return new Problem(
                place,
                CODE,
                "the CRD " + Quote.of(object.name()) + " " + what,
                "the API server refuses a CRD unless its name is `plural.group` and one version is stored, and operators "
                        + "find only what is served",
                fix);
    }
}
