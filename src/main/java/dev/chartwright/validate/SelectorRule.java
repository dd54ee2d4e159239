package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** What selects pods finds some, and a Service leads to ports that they have. */
final class SelectorRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        Map<String, List<PodTemplate>> pods =
                PodTemplate.of(release.objects()).collect(Collectors.groupingBy(PodTemplate::namespace));
        return release.objects().stream()
                .flatMap(object -> Stream.concat(
                        check(object, pods.getOrDefault(object.namespace(), List.of())), unselective(object, release)));
    }

    /** A Service without a selector leads to addresses that somebody writes down. */
    private static Stream<Problem> unselective(RenderedObject object, Release release) {
        JsonNode spec = object.root().path("spec");
        boolean leads = !object.kind().equals("Service")
                || !spec.path("selector").isEmpty()
                || spec.path("type").asString("").equals("ExternalName")
                || release.objects().stream().anyMatch(other -> other.kind().startsWith("Endpoint"));
        return leads
                ? Stream.empty()
                : Stream.of(new Problem(
                        object.place("spec", "selector").value(),
                        "dangling-selector",
                        "Service " + Quote.of(object.name()) + " has no `selector`",
                        "it leads to no pod, and nothing of the release writes its addresses down",
                        "add `selector:` with labels that the pods have"));
    }

    private static Stream<Problem> check(RenderedObject object, List<PodTemplate> pods) {
        return switch (object.kind()) {
            case "Service" -> object.root().at("/spec/selector").isEmpty() ? Stream.empty() : service(object, pods);
            case "PodDisruptionBudget" ->
                found(object, object.place("spec", "selector"), object.root().at("/spec/selector/matchLabels"), pods);
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> own(object);
            default -> Stream.empty();
        };
    }

    private static Stream<Problem> service(RenderedObject object, List<PodTemplate> pods) {
        JsonNode selector = object.root().at("/spec/selector");
        List<PodTemplate> chosen = chosen(selector, pods);
        return chosen.isEmpty()
                ? found(object, object.place("spec", "selector"), selector, pods)
                : ports(object, chosen);
    }

    private static List<PodTemplate> chosen(JsonNode labels, List<PodTemplate> pods) {
        return pods.stream().filter(pod -> pod.has(labels)).toList();
    }

    private static Stream<Problem> found(RenderedObject object, Place place, JsonNode labels, List<PodTemplate> pods) {
        return chosen(labels, pods).isEmpty()
                ? Stream.of(new Problem(
                        place.key(),
                        "dangling-selector",
                        object.kind() + " " + Quote.of(object.name()) + " selects no pod of namespace "
                                + Quote.of(object.namespace()),
                        "labels are compared letter by letter, and nobody tells when none fits",
                        "write labels that the pods have; theirs stand in `template.metadata.labels`"))
                : Stream.empty();
    }

    /** A workload has to find the pods that it makes. */
    private static Stream<Problem> own(RenderedObject object) {
        JsonNode labels = object.root().at("/spec/selector/matchLabels");
        return PodTemplate.of(List.of(object))
                .filter(pod -> !pod.has(labels))
                .map(pod -> new Problem(
                        object.place("spec", "selector").key(),
                        "mismatching-selector",
                        object.kind() + " " + Quote.of(object.name()) + " does not select its own pods",
                        "the API server refuses a selector that does not fit the labels of the template",
                        "give the template every label of the selector"));
    }

    private static Stream<Problem> ports(RenderedObject object, List<PodTemplate> pods) {
        List<JsonNode> ports = object.root().at("/spec/ports").valueStream().toList();
        return IntStream.range(0, ports.size())
                .filter(index -> !offers(ports.get(index), pods))
                .mapToObj(index -> new Problem(
                        object.place("spec", "ports").then(index).value(),
                        "unknown-target-port",
                        "Service " + Quote.of(object.name()) + " leads to port " + Quote.of(target(ports.get(index)))
                                + ", which its pods do not have",
                        "requests to a port that no container listens on are refused",
                        Choice.fix(target(ports.get(index)), names(pods), "add the port to the container")));
    }

    private static String target(JsonNode port) {
        return port.path("targetPort").asString(port.path("port").asString(""));
    }

    private static boolean offers(JsonNode port, List<PodTemplate> pods) {
        String target = target(port);
        return pods.stream()
                .flatMap(PodTemplate::containers)
                .flatMap(container -> container.elements("ports"))
                .anyMatch(offered -> offered.root().path("name").asString("").equals(target)
                        || offered.root().path("containerPort").asString("").equals(target));
    }

    private static List<String> names(List<PodTemplate> pods) {
        return pods.stream()
                .flatMap(PodTemplate::containers)
                .flatMap(container -> container.elements("ports"))
                .map(offered -> offered.root().path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
