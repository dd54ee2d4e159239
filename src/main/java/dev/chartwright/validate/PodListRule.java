package dev.chartwright.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Lists of a pod that are maps by a key have each key once, and what names an element of them finds it. */
final class PodListRule implements ReleaseRule {
    /** Lists of a container, and their key in the API's types (`x-kubernetes-list-map-keys`, patch merge keys). */
    private static final Map<String, String> OF_CONTAINER =
            Map.of("env", "name", "volumeMounts", "mountPath", "volumeDevices", "devicePath", "ports", "name");

    private static final Map<String, String> OF_POD =
            Map.of("volumes", "name", "containers", "name", "initContainers", "name", "imagePullSecrets", "name");
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public Stream<Problem> check(Release release) {
        Stream<Problem> pods = PodTemplate.of(release.objects()).flatMap(PodListRule::check);
        Stream<Problem> services = release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .flatMap(object ->
                        repeated(object, object.root().at("/spec/ports"), object.place("spec", "ports"), "name"));
        return Stream.concat(pods, services);
    }

    private static Stream<Problem> check(PodTemplate pod) {
        Stream<Problem> own = OF_POD.entrySet().stream()
                .flatMap(list -> repeated(
                        pod.owner(), pod.spec().path(list.getKey()), pod.place().then(list.getKey()), list.getValue()));
        return Stream.concat(own, pod.containers().flatMap(container -> check(pod, container)));
    }

    private static Stream<Problem> check(PodTemplate pod, PodContainer container) {
        Stream<Problem> lists = OF_CONTAINER.entrySet().stream()
                .flatMap(list -> repeated(
                        pod.owner(),
                        container.root().path(list.getKey()),
                        container.place().then(list.getKey()),
                        list.getValue()));
        return Stream.of(lists, mounts(pod, container), probes(pod, container)).flatMap(found -> found);
    }

    private static Stream<Problem> repeated(RenderedObject object, JsonNode list, Place place, String key) {
        List<JsonNode> elements = list.valueStream().toList();
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, elements.size())
                .filter(index -> elements.get(index).has(key))
                .filter(index -> !seen.add(elements.get(index).path(key).asString("")))
                .mapToObj(index -> new Problem(
                        place.then(index).then(key).value(),
                        "duplicate-entry",
                        object.kind() + " " + Quote.of(object.name()) + " has the " + key + " "
                                + Quote.of(elements.get(index).path(key).asString("")) + " twice in one list",
                        "the list is a map by `" + key + "`: the API server refuses the second, or keeps only one",
                        "remove one of the two, or give it another " + key));
    }

    private static Stream<Problem> mounts(PodTemplate pod, PodContainer container) {
        List<String> volumes = pod.spec()
                .path("volumes")
                .valueStream()
                .map(volume -> volume.path("name").asString(""))
                .toList();
        return container
                .elements("volumeMounts")
                .filter(mount -> !isClaimTemplate(pod, mount.root()))
                .filter(mount -> !volumes.contains(mount.root().path("name").asString("")))
                .map(mount -> new Problem(
                        mount.place().then("name").value(),
                        "unknown-volume",
                        pod.owner().kind() + " " + Quote.of(pod.owner().name()) + " mounts the volume "
                                + Quote.of(mount.root().path("name").asString("")) + ", which its pods do not have",
                        "the API server refuses a mount without its volume",
                        Choice.fix(mount.root().path("name").asString(""), volumes, "add it to `volumes`")));
    }

    private static boolean isClaimTemplate(PodTemplate pod, JsonNode mount) {
        return pod.owner()
                .root()
                .at("/spec/volumeClaimTemplates")
                .valueStream()
                .anyMatch(claim -> claim.at("/metadata/name").equals(mount.path("name")));
    }

    private static Stream<Problem> probes(PodTemplate pod, PodContainer container) {
        List<String> ports = container
                .elements("ports")
                .flatMap(port -> Stream.of("name", "containerPort")
                        .map(key -> port.root().path(key).asString("")))
                .filter(name -> !name.isEmpty())
                .toList();
        return PROBES.stream()
                .flatMap(probe -> Stream.of("httpGet", "tcpSocket", "grpc")
                        .filter(way -> container.root().path(probe).path(way).has("port"))
                        .filter(way -> !ports.contains(port(container, probe, way)))
                        .map(way -> new Problem(
                                container.place().then(probe, way, "port").value(),
                                "unknown-probe-port",
                                "the " + probe + " of " + pod.owner().kind() + " "
                                        + Quote.of(pod.owner().name()) + " asks port "
                                        + Quote.of(port(container, probe, way))
                                        + ", which container " + Quote.of(container.name()) + " does not have",
                                "a probe that never succeeds keeps the pod from being ready, or kills it again and again",
                                Choice.fix(port(container, probe, way), ports, "add the port to the container"))));
    }

    private static String port(PodContainer container, String probe, String way) {
        return container.root().path(probe).path(way).path("port").asString("");
    }
}
