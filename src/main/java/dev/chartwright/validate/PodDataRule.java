package dev.chartwright.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Every ConfigMap and Secret that a pod reads, and every key of it, is made by something. */
final class PodDataRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        MadeData made = MadeData.of(release);
        return PodTemplate.of(release.objects()).flatMap(PodDataRule::uses).flatMap(use -> check(use, made));
    }

    /**
     * A place that names one.
     *
     * @param pod who reads it
     * @param kind Secret or ConfigMap
     * @param name its name
     * @param place where that stands
     * @param keys keys that must be in it
     */
    private record Use(PodTemplate pod, String kind, String name, Place place, List<Key> keys) {}

    private record Key(String name, Place place) {}

    private static Stream<Use> uses(PodTemplate pod) {
        Stream<Use> containers = pod.containers()
                .flatMap(container -> Stream.concat(
                        container.elements("env").flatMap(element -> variable(pod, element)),
                        container.elements("envFrom").flatMap(element -> variables(pod, element))));
        return Stream.of(containers, volumes(pod), pulls(pod)).flatMap(uses -> uses);
    }

    private static Stream<Use> variable(PodTemplate pod, Element element) {
        JsonNode from = element.root().path("valueFrom");
        Place place = element.place().then("valueFrom");
        return Stream.concat(
                keyed(pod, MadeData.SECRET, from.path("secretKeyRef"), place.then("secretKeyRef")),
                keyed(pod, MadeData.CONFIG_MAP, from.path("configMapKeyRef"), place.then("configMapKeyRef")));
    }

    private static Stream<Use> keyed(PodTemplate pod, String kind, JsonNode reference, Place place) {
        Key key = new Key(reference.path("key").asString(""), place.then("key"));
        return named(pod, kind, reference, "name", place, List.of(key));
    }

    private static Stream<Use> variables(PodTemplate pod, Element element) {
        return Stream.concat(
                named(
                        pod,
                        MadeData.SECRET,
                        element.root().path("secretRef"),
                        "name",
                        element.place().then("secretRef"),
                        List.of()),
                named(
                        pod,
                        MadeData.CONFIG_MAP,
                        element.root().path("configMapRef"),
                        "name",
                        element.place().then("configMapRef"),
                        List.of()));
    }

    private static Stream<Use> volumes(PodTemplate pod) {
        List<JsonNode> volumes = pod.spec().path("volumes").valueStream().toList();
        Place place = pod.place().then("volumes");
        return IntStream.range(0, volumes.size())
                .boxed()
                .flatMap(index -> Stream.concat(
                        volume(
                                pod,
                                MadeData.SECRET,
                                volumes.get(index).path("secret"),
                                "secretName",
                                place.then(index).then("secret")),
                        volume(
                                pod,
                                MadeData.CONFIG_MAP,
                                volumes.get(index).path("configMap"),
                                "name",
                                place.then(index).then("configMap"))));
    }

    private static Stream<Use> volume(PodTemplate pod, String kind, JsonNode source, String name, Place place) {
        List<JsonNode> items = source.path("items").valueStream().toList();
        List<Key> keys = IntStream.range(0, items.size())
                .mapToObj(index -> new Key(
                        items.get(index).path("key").asString(""),
                        place.then("items").then(index).then("key")))
                .toList();
        return named(pod, kind, source, name, place, keys);
    }

    private static Stream<Use> pulls(PodTemplate pod) {
        List<JsonNode> pulls = pod.spec().path("imagePullSecrets").valueStream().toList();
        Place place = pod.place().then("imagePullSecrets");
        return IntStream.range(0, pulls.size())
                .boxed()
                .flatMap(index -> named(pod, MadeData.SECRET, pulls.get(index), "name", place.then(index), List.of()));
    }

    /** A reference that may be empty counts on nothing. */
    private static Stream<Use> named(
            PodTemplate pod, String kind, JsonNode reference, String key, Place place, List<Key> keys) {
        return reference.has(key) && !reference.path("optional").asBoolean(false)
                ? Stream.of(new Use(pod, kind, reference.path(key).asString(""), place.then(key), keys))
                : Stream.empty();
    }

    private static Stream<Problem> check(Use use, MadeData made) {
        Optional<Optional<Set<String>>> found = made.find(use.kind(), use.pod().namespace(), use.name());
        if (found.isEmpty()) {
            return Stream.of(missing(use, made));
        }
        return found.get().stream()
                .flatMap(known -> use.keys().stream()
                        .filter(key -> !known.contains(key.name()))
                        .map(key -> missingKey(use, key, known)));
    }

    private static String words(Use use) {
        return use.pod().owner().kind() + " " + Quote.of(use.pod().owner().name()) + " reads " + use.kind() + " "
                + Quote.of(use.name());
    }

    private static String code(Use use) {
        return "dangling-" + (use.kind().equals(MadeData.SECRET) ? "secret" : "config-map");
    }

    private static Problem missing(Use use, MadeData made) {
        return new Problem(
                use.place().value(),
                code(use),
                words(use) + ", which nothing makes in namespace "
                        + Quote.of(use.pod().namespace()),
                "a container waits in `CreateContainerConfigError` or `ContainerCreating` until it is there",
                Choice.fix(
                        use.name(),
                        made.names(use.kind(), use.pod().namespace()),
                        "make it, or describe it as `existing`"));
    }

    private static Problem missingKey(Use use, Key key, Set<String> known) {
        return new Problem(
                key.place().value(),
                code(use) + "-key",
                words(use) + ", which has no key " + Quote.of(key.name()),
                "a container waits in `CreateContainerConfigError` for a key that its "
                        + use.kind().toLowerCase(Locale.ROOT) + " will never have",
                Choice.fix(key.name(), known, "add the key to it"));
    }
}
