package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Gateway;
import dev.chartwright.model.HostPattern;
import dev.chartwright.model.HttpRoute;
import dev.chartwright.model.HttpsRedirect;
import dev.chartwright.model.Listener;
import dev.chartwright.problem.Problem;

/** A listener serves the hosts of the routes that attach to it, and redirects to https leave those of plain http. */
final class ListenerRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().traefik().stream()
                .flatMap(traefik -> traefik.gateway().stream()
                        .flatMap(gateway -> Stream.concat(
                                redirects(subject, gateway), routes(subject, gateway, traefik.namespace()))));
    }

    private static Stream<Problem> routes(Subject subject, Gateway gateway, String namespace) {
        return subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .flatMap(route -> route(subject, application, route, gateway, namespace)));
    }

    private static Stream<Problem> route(
            Subject subject, Application application, HttpRoute route, Gateway gateway, String namespace) {
        Place place = subject.place(application).then("network", "httpRoutes", route.name());
        return route.gateway().isTo(gateway, namespace)
                ? hosts(
                        place.then("hosts"),
                        route.hosts(),
                        listener(gateway, route.gateway().section()))
                : Stream.of(unknown(place.then("gateway"), route, gateway, namespace));
    }

    private static Problem unknown(Place place, HttpRoute route, Gateway gateway, String namespace) {
        boolean named = route.gateway().name().equals(gateway.name());
        return new Problem(
                place.then(named ? "namespace" : "name").value(),
                "unknown-gateway",
                "the route attaches to Gateway `" + route.gateway().namespace() + "/"
                        + route.gateway().name() + "`, and that of the platform is `" + namespace + "/" + gateway.name()
                        + "`",
                "a route that no Gateway takes answers nobody, and network policies let no other router in",
                "write `name: " + gateway.name() + "` and `namespace: " + namespace + "`");
    }

    private static Stream<Problem> redirects(Subject subject, Gateway gateway) {
        return gateway.redirects().stream().flatMap(redirect -> {
            Place place = subject.place("traefik", "gateway", "redirects", redirect.name());
            Optional<Listener> listener = listener(gateway, redirect.listener());
            Stream<Problem> loop = listener.stream()
                    .filter(target -> target.protocol().equals("HTTPS"))
                    .map(target -> loop(place.then("listener"), redirect));
            return Stream.concat(loop, hosts(place.then("hosts"), redirect.hosts(), listener));
        });
    }

    private static Problem loop(Place place, HttpsRedirect redirect) {
        return new Problem(
                place.value(),
                "redirect-loop",
                "`" + redirect.name() + "` redirects listener `" + redirect.listener() + "`, which is https already",
                "who asks for https is sent to https again, until the browser gives up",
                "name a listener with `protocol: HTTP`");
    }

    private static Optional<Listener> listener(Gateway gateway, String name) {
        return gateway.listeners().stream()
                .filter(listener -> listener.name().equals(name))
                .findFirst();
    }

    private static Stream<Problem> hosts(Place place, List<String> hosts, Optional<Listener> listener) {
        return listener.flatMap(Listener::host).stream()
                .flatMap(served -> IntStream.range(0, hosts.size())
                        .filter(index -> !meet(hosts.get(index), served))
                        .mapToObj(index -> new Problem(
                                place.then(index).value(),
                                "listener-host",
                                "listener `" + listener.orElseThrow().name() + "` serves `" + served + "`, and not `"
                                        + hosts.get(index) + "`",
                                "a route is not attached for a host that its listener does not serve",
                                "write a host that the listener serves, or attach the route to another listener")));
    }

    private static boolean meet(String host, String served) {
        return new HostPattern(host).covers(served) || new HostPattern(served).covers(host);
    }
}
