package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Services that the values count on, in addresses and connections, offer the ports that these name. */
final class PromisedServiceRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        Map<String, RenderedObject> services = release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .collect(Collectors.toMap(RenderedObject::key, object -> object, (first, second) -> first));
        return release.platform().components().stream()
                .flatMap(component -> OfferedPorts.of(release.platform(), component).ports().entrySet().stream()
                        .flatMap(service -> check(component, service.getKey(), service.getValue(), services)));
    }

    private static Stream<Problem> check(
            Component component, String service, List<Integer> ports, Map<String, RenderedObject> services) {
        return Stream.ofNullable(services.get(key(component, service)))
                .flatMap(made -> ports.stream()
                        .filter(port -> !offered(made).contains(String.valueOf(port)))
                        .map(port -> problem(made, port)));
    }

    private static String key(Component component, String service) {
        return "Service/" + component.namespace() + "/" + service;
    }

    private static Set<String> offered(RenderedObject service) {
        return service.root()
                .at("/spec/ports")
                .valueStream()
                .map(port -> port.path("port").asString(""))
                .collect(Collectors.toSet());
    }

    private static Problem problem(RenderedObject service, int port) {
        return new Problem(
                service.place("spec", "ports").key(),
                "closed-port",
                "Service " + Quote.of(service.name()) + " does not offer port " + port + ", which the values count on",
                "addresses and network policies are made for the ports that the values name",
                "offer the port, or change it in the values");
    }
}
