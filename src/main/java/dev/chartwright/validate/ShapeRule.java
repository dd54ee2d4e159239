package dev.chartwright.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Fields that the API server holds against each other, or against a form that their type does not tell. */
final class ShapeRule implements ReleaseRule {
    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)/([0-9]{1,3})");
    private static final Pattern SHARE = Pattern.compile("[0-9]+%");
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream().flatMap(object -> switch (object.kind()) {
            case "PodDisruptionBudget" -> budget(object);
            case "HorizontalPodAutoscaler" -> autoscaler(object);
            case "Service" -> ports(object);
            case "Ingress" -> paths(object);
            case "NetworkPolicy" -> blocks(object);
            default -> Stream.empty();
        });
    }

    private static Stream<Problem> budget(RenderedObject object) {
        JsonNode spec = object.root().path("spec");
        Stream<Problem> words = Stream.of("minAvailable", "maxUnavailable")
                .filter(key -> spec.path(key).isString())
                .filter(key -> !SHARE.matcher(spec.path(key).stringValue()).matches())
                .map(key -> problem(
                        object,
                        object.place("spec", key),
                        "text-pattern",
                        "has " + Quote.of(spec.path(key).stringValue()) + " for " + Quote.of(key),
                        "the API server takes a number, or a share such as `25%`",
                        "write one of the two"));
        return Stream.concat(words, both(object, spec));
    }

    private static Stream<Problem> both(RenderedObject object, JsonNode spec) {
        return spec.has("minAvailable") && spec.has("maxUnavailable")
                ? Stream.of(problem(
                        object,
                        object.place("spec", "maxUnavailable"),
                        "schema-rule",
                        "has both `minAvailable` and `maxUnavailable`",
                        "the API server takes one of the two",
                        "remove one of them"))
                : Stream.empty();
    }

    private static Stream<Problem> autoscaler(RenderedObject object) {
        int least = object.root().at("/spec/minReplicas").asInt(1);
        int most = object.root().at("/spec/maxReplicas").asInt(least);
        return most < least
                ? Stream.of(problem(
                        object,
                        object.place("spec", "maxReplicas"),
                        "schema-rule",
                        "has at least " + least + " pods and at most " + most,
                        "the API server refuses a highest number below the lowest",
                        "write a larger `maxReplicas`"))
                : Stream.empty();
    }

    private static Stream<Problem> ports(RenderedObject object) {
        List<Element> ports = Element.each(object.root().at("/spec/ports"), object.place("spec", "ports"))
                .toList();
        Set<String> seen = new HashSet<>();
        Stream<Problem> unnamed = ports.stream()
                .filter(port -> ports.size() > 1 && !port.root().has("name"))
                .map(port -> problem(
                        object,
                        port.place(),
                        "missing-key",
                        "has several ports, and one without a `name`",
                        "the API server refuses it: with several ports, each has a name",
                        "add `name:`"));
        Stream<Problem> twice = ports.stream()
                .filter(port -> !seen.add(port.root().path("port").asString("") + "/"
                        + port.root().path("protocol").asString("TCP")))
                .map(port -> problem(
                        object,
                        port.place().then("port"),
                        "duplicate-entry",
                        "offers port " + port.root().path("port").asString("") + " twice",
                        "the API server refuses a Service that offers one port of a protocol twice",
                        "remove one of the two, or give it another port"));
        return Stream.concat(unnamed, twice);
    }

    private static Stream<Problem> paths(RenderedObject object) {
        return Element.each(object.root().at("/spec/rules"), object.place("spec", "rules"))
                .flatMap(rule ->
                        Element.each(rule.root().at("/http/paths"), rule.place().then("http", "paths")))
                .filter(path -> path.root().has("path"))
                .filter(path -> !path.root().path("path").asString("").startsWith("/"))
                .filter(path -> !path.root().path("pathType").asString("").equals("ImplementationSpecific"))
                .map(path -> problem(
                        object,
                        path.place().then("path"),
                        "text-pattern",
                        "has the path " + Quote.of(path.root().path("path").asString("")),
                        "the API server refuses a path that does not begin with `/`",
                        "begin it with `/`"));
    }

    private static Stream<Problem> blocks(RenderedObject object) {
        return Stream.of("ingress", "egress")
                .flatMap(way -> Element.each(object.root().path("spec").path(way), object.place("spec", way)))
                .flatMap(rule -> Stream.concat(rule.each("from"), rule.each("to")))
                .map(peer -> new Element(
                        peer.root().at("/ipBlock/cidr"), peer.place().then("ipBlock", "cidr")))
                .filter(block ->
                        block.root().isString() && !isBlock(block.root().stringValue()))
                .map(block -> problem(
                        object,
                        block.place(),
                        "text-pattern",
                        "has the address block " + Quote.of(block.root().stringValue()),
                        "a block is an address and a number of bits: up to 32 for IPv4, up to 128 for IPv6",
                        "write such a block"));
    }

    private static boolean isBlock(String text) {
        Matcher block = CIDR.matcher(text);
        return block.matches()
                && Integer.parseInt(block.group(2)) <= (block.group(1).contains(":") ? IPV6_BITS : IPV4_BITS);
    }

    private static Problem problem(
            RenderedObject object, Place place, String code, String what, String why, String fix) {
        return new Problem(place.value(), code, object.kind() + " " + Quote.of(object.name()) + " " + what, why, fix);
    }
}
