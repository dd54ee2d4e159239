package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Labels, annotations, selectors and keys of data are written as the API server takes them. */
final class LabelRule implements ReleaseRule {
    private static final int LONGEST_WORD = 63;
    private static final int LONGEST_NAME = 253;
    private static final String WORD = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern VALUE = Pattern.compile("(" + WORD + ")?");
    private static final Pattern NAME = Pattern.compile(
            "(?<prefix>[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(?<word>" + WORD + ")");
    private static final Pattern KEY = Pattern.compile("(?!\\.{1,2}$)[-._a-zA-Z0-9]+");

    @Override
    public Stream<Problem> check(Release release) {
        return Stream.concat(release.objects().stream(), release.definitions().stream())
                .flatMap(LabelRule::check);
    }

    private static Stream<Problem> check(RenderedObject object) {
        Stream<Problem> own = metadata(object, object.root().path("metadata"), object.place("metadata"));
        Stream<Problem> pods = PodTemplate.of(List.of(object))
                .filter(pod -> !pod.path().isEmpty())
                .flatMap(pod -> metadata(object, pod.metadata(), pod.metadataPlace()));
        return Stream.of(own, pods, selectors(object), data(object)).flatMap(found -> found);
    }

    private static Stream<Problem> metadata(RenderedObject object, JsonNode metadata, Place place) {
        return Stream.concat(
                labels(object, metadata.path("labels"), place.then("labels")),
                names(object, metadata.path("annotations"), place.then("annotations"), "an annotation"));
    }

    /** A definition describes objects and chooses none. */
    private static Stream<Problem> selectors(RenderedObject object) {
        if (object.kind().equals(Definition.KIND)) {
            return Stream.empty();
        }
        return object.kind().equals("Service") && object.group().isEmpty()
                ? labels(object, object.root().at("/spec/selector"), object.place("spec", "selector"))
                : selectors(object, object.root(), object.place());
    }

    /** Wherever an object chooses by labels, it says so with this key. */
    private static Stream<Problem> selectors(RenderedObject object, JsonNode node, Place place) {
        Stream<Problem> members = node.properties().stream()
                .flatMap(entry -> entry.getKey().equals("matchLabels")
                        ? labels(object, entry.getValue(), place.then(entry.getKey()))
                        : selectors(object, entry.getValue(), place.then(entry.getKey())));
        Stream<Problem> elements = IntStream.range(0, node.isArray() ? node.size() : 0)
                .boxed()
                .flatMap(index -> selectors(object, node.path(index), place.then(index)));
        return Stream.concat(members, elements);
    }

    private static Stream<Problem> labels(RenderedObject object, JsonNode labels, Place place) {
        Stream<Problem> values = labels.properties().stream()
                .filter(label -> !isValue(label.getValue().asString("")))
                .map(label -> problem(
                        object,
                        place.then(label.getKey()),
                        Quote.of(label.getValue().asString("")) + " cannot be the value of the label "
                                + Quote.of(label.getKey()),
                        "a value is empty or has at most " + LONGEST_WORD
                                + " letters, digits, `-`, `_` and `.`, and begins and ends with a letter or digit"));
        return Stream.concat(names(object, labels, place, "a label"), values);
    }

    private static boolean isValue(String value) {
        return value.length() <= LONGEST_WORD && VALUE.matcher(value).matches();
    }

    private static Stream<Problem> names(RenderedObject object, JsonNode entries, Place place, String what) {
        return entries.propertyNames().stream()
                .filter(name -> !isName(name))
                .map(name -> problem(
                        object,
                        place.then(name),
                        Quote.of(name) + " cannot be the name of " + what,
                        "a name has at most " + LONGEST_WORD
                                + " letters, digits, `-`, `_` and `.`, and before it, perhaps, a domain and `/`"));
    }

    private static boolean isName(String name) {
        var parts = NAME.matcher(name);
        return parts.matches()
                && parts.group("word").length() <= LONGEST_WORD
                && Optional.ofNullable(parts.group("prefix")).orElse("").length() <= LONGEST_NAME + 1;
    }

    private static Problem problem(RenderedObject object, Place place, String what, String why) {
        return new Problem(
                place.value(),
                "label-syntax",
                object.kind() + " " + Quote.of(object.name()) + ": " + what,
                why,
                "write one that the API server takes");
    }

    private static Stream<Problem> data(RenderedObject object) {
        boolean holds = object.group().isEmpty()
                && (object.kind().equals("ConfigMap") || object.kind().equals("Secret"));
        return Stream.of("data", "stringData", "binaryData")
                .filter(map -> holds)
                .flatMap(map -> object.root().path(map).propertyNames().stream()
                        .filter(key ->
                                key.length() > LONGEST_NAME || !KEY.matcher(key).matches())
                        .map(key -> new Problem(
                                object.place(map, key).key(),
                                "key-name",
                                Quote.of(key) + " cannot be a key of " + object.kind() + " " + Quote.of(object.name()),
                                "the API server takes at most " + LONGEST_NAME + " letters, digits, `-`, `_` and `.`",
                                "rename it")));
    }
}
