package dev.chartwright.validate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * No object is larger than the API server and its store take.
 *
 * <p>Limits: etcd's {@code --max-request-bytes}, {@code TotalAnnotationSizeLimitB} and {@code MaxSecretSize} of
 * Kubernetes; the last holds for ConfigMaps too.
 */
final class SizeRule implements ReleaseRule {
    private static final int LARGEST_OBJECT = 1_572_864;
    private static final int LARGEST_DATA = 1_048_576;
    private static final int LARGEST_ANNOTATIONS = 262_144;
    private static final Set<String> WITH_DATA = Set.of("ConfigMap", "Secret");

    @Override
    public Stream<Problem> check(Release release) {
        return Stream.concat(release.objects().stream(), release.definitions().stream())
                .flatMap(SizeRule::check);
    }

    private static Stream<Problem> check(RenderedObject object) {
        return Stream.of(data(object), annotations(object), whole(object))
                .flatMap(Optional::stream)
                .limit(1); // a large part makes a large object
    }

    private static Optional<Problem> data(RenderedObject object) {
        if (!WITH_DATA.contains(object.kind()) || !object.group().isEmpty()) {
            return Optional.empty();
        }
        int size = texts(object.root().path("data"), object.kind().equals("Secret"))
                + texts(object.root().path("stringData"), false)
                + texts(object.root().path("binaryData"), true);
        return size <= LARGEST_DATA
                ? Optional.empty()
                : Optional.of(problem(
                        object.place("data"),
                        "data-size",
                        name(object) + " holds " + size + " bytes",
                        "the API server takes at most " + LARGEST_DATA + " bytes of data in a " + object.kind(),
                        "split it, or bring large files with an image or a volume"));
    }

    private static int texts(JsonNode data, boolean base64) {
        return data.valueStream()
                .map(value -> value.asString(""))
                .mapToInt(text -> base64 ? Base64.getMimeDecoder().decode(text).length : bytes(text))
                .sum();
    }

    private static Optional<Problem> annotations(RenderedObject object) {
        int size = object.root().at("/metadata/annotations").properties().stream()
                .mapToInt(
                        entry -> bytes(entry.getKey()) + bytes(entry.getValue().asString("")))
                .sum();
        return size <= LARGEST_ANNOTATIONS
                ? Optional.empty()
                : Optional.of(problem(
                        object.place("metadata", "annotations"),
                        "annotation-size",
                        "the annotations of " + name(object) + " take " + size + " bytes",
                        "the API server takes at most " + LARGEST_ANNOTATIONS + " bytes of names and values together",
                        "move what is large to a ConfigMap"));
    }

    private static Optional<Problem> whole(RenderedObject object) {
        int size = bytes(object.root().toString());
        return size <= LARGEST_OBJECT
                ? Optional.empty()
                : Optional.of(problem(
                        object.place("metadata"),
                        "object-size",
                        name(object) + " takes " + size + " bytes",
                        "etcd takes requests of at most " + LARGEST_OBJECT + " bytes unless it is told otherwise",
                        "make several smaller objects of it"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String name(RenderedObject object) {
        return object.kind() + " " + Quote.of(object.name());
    }

    private static Problem problem(Place place, String code, String what, String why, String fix) {
        return new Problem(place.key(), code, what, why, fix);
    }
}
