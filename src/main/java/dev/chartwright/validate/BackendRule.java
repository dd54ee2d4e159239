package dev.chartwright.validate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Rendered routes lead to a Service of the release, or of one of its operators, and to a port that it offers. */
final class BackendRule implements ReleaseRule {
    private record Backend(RenderedObject route, JsonNode service, String port, Place place) {
        String name() {
            return service.path("name").asString("");
        }

        String namespace() {
            return service.path("namespace").asString(route.namespace());
        }
    }

    @Override
    public Stream<Problem> check(Release release) {
        Map<String, Set<String>> offered = new HashMap<>();
        release.platform().components().forEach(component -> add(release.platform(), component, offered));
        release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .forEach(service -> offered.computeIfAbsent(
                                key(service.namespace(), service.name()), key -> new TreeSet<>())
                        .addAll(ports(service)));
        return release.objects().stream().flatMap(BackendRule::backends).flatMap(backend -> check(backend, offered));
    }

    /** What operators make is known from the model alone. */
    private static void add(Platform platform, Component component, Map<String, Set<String>> offered) {
        OfferedPorts.of(platform, component)
                .ports()
                .forEach((service, ports) -> offered.put(
                        key(component.namespace(), service),
                        new TreeSet<>(ports.stream().map(String::valueOf).toList())));
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    private static Collection<String> ports(RenderedObject service) {
        return service.root()
                .at("/spec/ports")
                .valueStream()
                .flatMap(port -> Stream.of(port.path("port"), port.path("name")))
                .map(value -> value.asString(""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Stream<Backend> backends(RenderedObject object) {
        return switch (object.kind()) {
            case "Ingress" ->
                each(object, "http", "paths").map(path -> {
                    JsonNode service = path.root().at("/backend/service");
                    JsonNode port = service.path("port");
                    return new Backend(
                            object,
                            service,
                            port.path("number").asString(port.path("name").asString("")),
                            path.place().then("backend", "service"));
                });
            case "HTTPRoute" ->
                each(object, "backendRefs")
                        .filter(reference -> reference
                                .root()
                                .path("kind")
                                .asString("Service")
                                .equals("Service"))
                        .map(reference -> new Backend(
                                object,
                                reference.root(),
                                reference.root().path("port").asString(""),
                                reference.place()));
            default -> Stream.empty();
        };
    }

    /** Elements of a list of each of the object's rules. */
    private static Stream<Element> each(RenderedObject object, String... list) {
        return Element.each(object.root().at("/spec/rules"), object.place("spec", "rules"))
                .flatMap(rule -> Element.each(
                        rule.root().at("/" + String.join("/", list)),
                        rule.place().then(list)));
    }

    private static Stream<Problem> check(Backend backend, Map<String, Set<String>> offered) {
        Set<String> ports = offered.getOrDefault(key(backend.namespace(), backend.name()), Set.of());
        if (!offered.containsKey(key(backend.namespace(), backend.name()))) {
            return Stream.of(dangling(backend, offered.keySet()));
        }
        return ports.contains(backend.port()) ? Stream.empty() : Stream.of(port(backend, ports));
    }

    private static String words(Backend backend) {
        return backend.route().kind() + " " + Quote.of(backend.route().name()) + " leads to Service "
                + Quote.of(backend.name());
    }

    private static Problem dangling(Backend backend, Set<String> services) {
        String start = key(backend.namespace(), "");
        List<String> known = services.stream()
                .filter(service -> service.startsWith(start))
                .map(service -> service.substring(start.length()))
                .sorted()
                .toList();
        return new Problem(
                backend.place().then("name").value(),
                "dangling-route",
                words(backend) + ", which nothing makes in namespace " + Quote.of(backend.namespace()),
                "the edge router answers 404 or 503 for a route without its Service",
                Choice.fix(backend.name(), known, "make the Service"));
    }

    private static Problem port(Backend backend, Set<String> ports) {
        return new Problem(
                backend.place().then("port").value(),
                "dangling-route-port",
                words(backend) + ", which offers no port " + Quote.of(backend.port()),
                "the edge router drops a route to a port that its Service does not offer",
                Choice.fix(backend.port(), ports, "add the port to the Service"));
    }
}
