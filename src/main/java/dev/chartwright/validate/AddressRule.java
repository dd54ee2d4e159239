package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Facets;
import dev.chartwright.model.OutsideHost;
import dev.chartwright.model.Platform;
import dev.chartwright.model.PolicyPort;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * What an application is configured to reach is there, is open, and is among its needs.
 *
 * <p>A host is a Service of the platform, a host that the platform routes, or one of the application's {@code outside}.
 */
final class AddressRule implements Rule {
    private static final String CLUSTER = ".svc";
    private static final List<String> SELF = List.of("localhost", "127.0.0.1", "0.0.0.0");

    @Override
    public Stream<Problem> check(Subject subject) {
        List<RoutedHost> routed = RoutedHost.of(subject).toList();
        return WrittenAddress.of(subject)
                .filter(address -> !SELF.contains(address.host()))
                .flatMap(address -> check(subject, address, routed).stream());
    }

    private static Optional<Problem> check(Subject subject, WrittenAddress address, List<RoutedHost> routed) {
        List<OutsideHost> declared = address.owner().network().needs().outside().stream()
                .filter(outside -> outside.covers(address.host()))
                .toList();
        if (!declared.isEmpty()) {
            return outsidePort(address, declared);
        }
        boolean own = subject.platform().environment().host().equals(address.host());
        if (own || routed.stream().anyMatch(route -> route.serves(address.host()))) {
            return Optional.empty();
        }
        String[] parts = address.host().split("\\.");
        boolean isService = parts.length > 2 && (address.host() + ".").contains(CLUSTER + ".");
        return isService ? service(subject, address, parts[0], parts[1]) : Optional.of(unknown(address));
    }

    private static Optional<Problem> outsidePort(WrittenAddress address, List<OutsideHost> declared) {
        List<Integer> open =
                declared.stream().flatMap(outside -> outside.ports().stream()).toList();
        // Without ports it is a link for people, which no pod follows.
        return open.isEmpty() || address.port().map(open::contains).orElse(true)
                ? Optional.empty()
                : Optional.of(closed(
                        address,
                        "`outside` opens " + open + " of it",
                        "add " + address.port().orElseThrow() + " to its `ports` in `network.needs.outside`"));
    }

    private static Optional<Problem> service(Subject subject, WrittenAddress address, String name, String namespace) {
        List<Component> components = subject.componentsIn(namespace);
        Optional<Component> owner = components.stream()
                .filter(component -> OfferedPorts.of(subject.platform(), component)
                        .services()
                        .contains(name))
                .findFirst();
        if (owner.isEmpty()) {
            List<String> known = components.stream()
                    .flatMap(component -> OfferedPorts.of(subject.platform(), component).services().stream())
                    .sorted()
                    .toList();
            return Optional.of(noService(address, name, namespace, known));
        }
        List<Integer> offered = OfferedPorts.of(subject.platform(), owner.get()).of(name);
        if (!address.port().map(offered::contains).orElse(true)) {
            return Optional.of(closed(address, "its Service offers " + offered, "write one of them"));
        }
        return isNeeded(subject.platform(), address, owner.get())
                ? Optional.empty()
                : Optional.of(notNeeded(address, owner.get()));
    }

    private static boolean isNeeded(Platform platform, WrittenAddress address, Component owner) {
        if (owner instanceof Application other) {
            return other.equals(address.owner())
                    || address.owner().network().needs().applications().contains(other.name());
        }
        return platform.facets(owner).stream().anyMatch(part -> isOpen(part, address));
    }

    /** Whether a need opens the pods behind the Service, at the port where one is named. */
    private static boolean isOpen(Facets part, WrittenAddress address) {
        String service = address.host().substring(0, address.host().indexOf('.'));
        List<PolicyPort> targets = part.services().stream()
                .filter(offered -> offered.name().equals(service))
                .flatMap(offered -> offered.ports().stream())
                .filter(port ->
                        address.port().map(number -> number == port.number()).orElse(true))
                .flatMap(port -> port.target().stream())
                .toList();
        return part.openings().stream()
                .filter(opening -> opening.application().equals(address.owner().name()))
                .anyMatch(opening -> opening.ports().stream().anyMatch(targets::contains));
    }

    private static String told(WrittenAddress address) {
        return Quote.of(address.owner().name()) + " is told " + Quote.of(address.host())
                + address.port().map(port -> " at port " + port).orElse("");
    }

    private static Problem unknown(WrittenAddress address) {
        return new Problem(
                address.place().value(),
                "unknown-host",
                told(address) + ", which it does not declare to reach",
                "network policies let an application reach only what its `network.needs` name",
                "add the host to `network.needs.outside`, with its ports, or with `ports: []` where only people follow the"
                        + " link");
    }

    private static Problem noService(WrittenAddress address, String name, String namespace, List<String> known) {
        return new Problem(
                address.place().value(),
                "unknown-host",
                told(address) + ", and namespace " + Quote.of(namespace) + " has no Service " + Quote.of(name),
                "a Service that nothing makes has no address",
                Choice.fix(
                        name, known, "name the host in `network.needs.outside` where somebody else runs the Service"));
    }

    private static Problem closed(WrittenAddress address, String open, String fix) {
        return new Problem(
                address.place().value(),
                "closed-port",
                told(address) + "; " + open,
                "a connection to another port is dropped or refused",
                fix);
    }

    private static Problem notNeeded(WrittenAddress address, Component owner) {
        return new Problem(
                address.place().value(),
                "undeclared-need",
                told(address) + " of " + Quote.of(owner.name()) + ", and its `network.needs` do not say so",
                "network policies are made from the needs, and drop what none declares",
                "declare the need, or remove the address");
    }
}
