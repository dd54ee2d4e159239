package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.HostPattern;
import dev.chartwright.model.HttpRoute;

/**
 * A host that people reach.
 *
 * @param name host name
 * @param place where it was written
 */
record RoutedHost(String name, Place place) {
    /** Whether it serves a host: its own, or one below its wildcard. */
    boolean serves(String other) {
        return new HostPattern(name).covers(other);
    }

    /** Hosts of every Ingress and HTTPRoute, as often as they are written. */
    static Stream<RoutedHost> of(Subject subject) {
        Stream<RoutedHost> ingresses = Ingresses.of(subject).flatMap(RoutedHost::ofIngress);
        Stream<RoutedHost> routes = subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .flatMap(route -> ofRoute(subject, application, route)));
        return Stream.concat(ingresses, routes);
    }

    private static Stream<RoutedHost> ofIngress(Ingresses.Entry entry) {
        return IntStream.range(0, entry.ingress().rules().size())
                .mapToObj(index -> new RoutedHost(
                        entry.ingress().rules().get(index).host(),
                        entry.place().then("rules").then(index).then("host")));
    }

    private static Stream<RoutedHost> ofRoute(Subject subject, Application application, HttpRoute route) {
        Place hosts = subject.place(application).then("network", "httpRoutes", route.name(), "hosts");
        return IntStream.range(0, route.hosts().size())
                .mapToObj(index -> new RoutedHost(route.hosts().get(index), hosts.then(index)));
    }
}
