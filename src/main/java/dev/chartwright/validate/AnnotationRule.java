package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Labels and annotations that programs look for are spelt as these read them, with values that they know. */
final class AnnotationRule implements ReleaseRule {
    private static final Pattern WEIGHT = Pattern.compile("[+-]?[0-9]+");
    private static final JsonNode LISTS = JarFile.json("annotations.json");

    /** Names that programs look for. */
    private static final Set<String> KNOWN = LISTS.path("names").properties().stream()
            .flatMap(group -> group.getValue().valueStream().map(name -> group.getKey() + name.asString()))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream().flatMap(AnnotationRule::check);
    }

    private static Stream<Problem> check(RenderedObject object) {
        Stream<Problem> pods = PodTemplate.of(List.of(object))
                .filter(pod -> !pod.path().isEmpty())
                .flatMap(pod -> metadata(object, pod.metadata(), pod.metadataPlace()));
        return Stream.of(
                        metadata(object, object.root().path("metadata"), object.place("metadata")),
                        pods,
                        made(object, "spec", "template", "metadata"),
                        made(object, "spec", "target", "template", "metadata"))
                .flatMap(problems -> problems);
    }

    /** Of a Secret that an operator makes. */
    private static Stream<Problem> made(RenderedObject object, String... path) {
        return ApiGroups.isBuiltIn(object.group())
                ? Stream.empty()
                : metadata(object, object.root().at("/" + String.join("/", path)), object.place(path));
    }

    private static Stream<Problem> metadata(RenderedObject object, JsonNode metadata, Place place) {
        return Stream.of("labels", "annotations")
                .flatMap(map -> metadata.path(map).properties().stream()
                        .flatMap(entry -> check(
                                object,
                                TemporaryCharts.asWritten(entry.getKey()),
                                entry.getValue().asString(""),
                                place.then(map, entry.getKey()))));
    }

    private static Stream<Problem> check(RenderedObject object, String key, String value, Place place) {
        if (KNOWN.contains(key)) {
            return value(object, key, value, place);
        }
        List<String> near = key.contains("/") ? NearestNames.of(key, KNOWN) : List.of();
        return near.isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        place.key(),
                        "unknown-annotation",
                        words(object) + " has " + Quote.of(key) + ", which nobody looks for",
                        "labels and annotations are compared letter by letter, and a misspelt one does nothing",
                        "write " + near.stream().map(Quote::of).collect(Collectors.joining(" or "))));
    }

    private static Stream<Problem> value(RenderedObject object, String key, String value, Place place) {
        if (key.equals("helm.sh/hook-weight")) {
            return WEIGHT.matcher(value).matches()
                    ? Stream.empty()
                    : Stream.of(wrong(object, key, value, place, "write a whole number between quotes"));
        }
        List<String> allowed = LISTS.path("values")
                .path(key)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return allowed.isEmpty()
                ? Stream.empty()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(word -> !allowed.contains(word))
                        .map(word -> wrong(object, key, word, place, NearestNames.advice(word, allowed)));
    }

    private static Problem wrong(RenderedObject object, String key, String value, Place place, String fix) {
        return new Problem(
                place.value(),
                "annotation-value",
                words(object) + " has " + Quote.of(value) + " in " + Quote.of(key) + ", which its reader does not know",
                key.startsWith("helm.sh/")
                        ? "Helm says nothing: it leaves an object with an unknown hook out, and other unknown values too"
                        : "the API server refuses a namespace whose level it does not know",
                fix);
    }

    private static String words(RenderedObject object) {
        return object.kind() + " " + Quote.of(object.name());
    }
}
