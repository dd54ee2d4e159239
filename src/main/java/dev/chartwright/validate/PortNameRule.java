package dev.chartwright.validate;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Names of container ports, and Services' names for them, are what the API server takes as one. */
final class PortNameRule implements ReleaseRule {
    /** Letters, digits and single dashes inside, with at least one letter. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Override
    public Stream<Problem> check(Release release) {
        Stream<Problem> containers = PodTemplate.of(release.objects())
                .flatMap(PodTemplate::containers)
                .flatMap(container -> container
                        .elements("ports")
                        .filter(port -> port.root().has("name"))
                        .filter(port -> isWrong(port.root().path("name")))
                        .map(port -> problem(
                                container.pod().owner(),
                                port.root().path("name"),
                                port.place().then("name"))));
        Stream<Problem> services = release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .flatMap(PortNameRule::targets);
        return Stream.concat(containers, services);
    }

    private static Stream<Problem> targets(RenderedObject service) {
        return Element.each(service.root().at("/spec/ports"), service.place("spec", "ports"))
                .filter(port -> port.root().has("targetPort"))
                .filter(port -> isWrong(port.root().path("targetPort")))
                .map(port -> problem(
                        service, port.root().path("targetPort"), port.place().then("targetPort")));
    }

    private static boolean isWrong(JsonNode name) {
        String text = name.asString("");
        return !NUMBER.matcher(text).matches() && !NAME.matcher(text).matches();
    }

    private static Problem problem(RenderedObject object, JsonNode name, Place place) {
        return new Problem(
                place.value(),
                "port-name",
                object.kind() + " " + Quote.of(object.name()) + " calls a port " + Quote.of(name.asString("")),
                "the name of a port has at most 15 lower-case letters, digits and single dashes, a letter among them",
                "write a shorter name of lower-case letters, in the container and wherever it is named");
    }
}
