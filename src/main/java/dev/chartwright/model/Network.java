package dev.chartwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an application is reached, and what it reaches.
 *
 * @param ports ports the container listens on; the first one is probed
 * @param service the Service in front of them
 * @param ingresses Ingress objects
 * @param httpRoutes Gateway API HTTPRoute objects
 * @param middlewares Traefik Middleware objects in the application's namespace
 * @param needs what the application talks to
 */
public record Network(
        List<Port> ports,
        Optional<Service> service,
        List<Ingress> ingresses,
        List<HttpRoute> httpRoutes,
        List<Middleware> middlewares,
        Needs needs) {
    public Network {
        Set<Integer> listening = new HashSet<>();
        Set<Integer> offered = new HashSet<>();
        for (Port port : ports) {
            refuseTwice(port.name(), "port", port.port(), listening.add(port.port()));
            refuseTwice(port.name(), "servicePort", port.offered(), offered.add(port.offered()));
        }
    }

    private static void refuseTwice(String name, String key, int number, boolean isFirst) {
        if (!isFirst) {
            throw new InvalidValueException(
                    "ports." + name + "." + key,
                    "duplicate-port",
                    "port `" + name + "` has the number " + number + ", and so has a port before it",
                    "one program listens on a port, and the API server refuses a Service that offers a number twice",
                    "write the number that the program listens on, or remove one of the ports");
        }
    }

    public Optional<Port> firstPort() {
        return ports.stream().findFirst();
    }

    /** Where people reach the application from outside the cluster. */
    public List<PublicRoute> publicRoutes() {
        return Stream.concat(
                        ingresses.stream().flatMap(ingress -> ingress.publicRoutes().stream()),
                        httpRoutes.stream().flatMap(route -> route.publicRoutes().stream()))
                .toList();
    }
}
