package dev.chartwright.validate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Names of container ports, and Services' names for them, are what the API server takes as one. */
final class PortNameRule implements ReleaseRule {
    /** What in a container asks ports. */
    private static final List<List<String>> ASKING = List.of(
            List.of("startupProbe"),
            List.of("readinessProbe"),
            List.of("livenessProbe"),
            List.of("lifecycle", "preStop"),
            List.of("lifecycle", "postStart"));

    /** Letters, digits and single dashes inside, with at least one letter. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*");

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
        Stream<Problem> policies = release.objects().stream()
                .filter(object -> object.kind().equals("NetworkPolicy"))
                .flatMap(policy -> Stream.of("ingress", "egress")
                        .flatMap(way -> Element.each(policy.root().path("spec").path(way), policy.place("spec", way)))
                        .flatMap(rule -> rule.each("ports"))
                        .flatMap(port -> port(policy, port)));
        return Stream.of(containers, services, policies, probes(release)).flatMap(found -> found);
    }

    private static Stream<Problem> probes(Release release) {
        return PodTemplate.of(release.objects())
                .flatMap(PodTemplate::containers)
                .flatMap(container -> ASKING.stream()
                        .flatMap(keys -> Stream.of("httpGet", "tcpSocket").map(way -> asked(container, keys, way)))
                        .flatMap(way -> port(container.pod().owner(), way)));
    }

    private static Element asked(PodContainer container, List<String> keys, String way) {
        JsonNode at = container.root();
        for (String key : keys) {
            at = at.path(key);
        }
        return new Element(
                at.path(way),
                container.place().then(keys.toArray(String[]::new)).then(way));
    }

    private static Stream<Problem> port(RenderedObject object, Element holder) {
        JsonNode port = holder.root().path("port");
        return isWrong(port) ? Stream.of(problem(object, port, holder.place().then("port"))) : Stream.empty();
    }

    private static Stream<Problem> targets(RenderedObject service) {
        return Element.each(service.root().at("/spec/ports"), service.place("spec", "ports"))
                .filter(port -> port.root().has("targetPort"))
                .filter(port -> isWrong(port.root().path("targetPort")))
                .map(port -> problem(
                        service, port.root().path("targetPort"), port.place().then("targetPort")));
    }

    private static boolean isWrong(JsonNode name) {
        return name.isString() && !NAME.matcher(name.stringValue()).matches();
    }

    private static Problem problem(RenderedObject object, JsonNode name, Place place) {
        return new Problem(
                place.value(),
                "port-name",
                object.kind() + " " + Quote.of(object.name()) + " calls a port " + Quote.of(name.asString("")),
                "the name of a port has at most 15 lower-case letters, digits and single dashes, a letter among them",
                name.asString("").matches("[0-9]+")
                        ? "write the number without quotes"
                        : "write a shorter name of lower-case letters, in the container and wherever it is named");
    }
}
