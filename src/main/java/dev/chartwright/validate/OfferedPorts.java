package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Network;
import dev.chartwright.model.OfferedService.OfferedPort;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Port;

/**
 * Services of a component and the ports they offer; those of parts are made by the parts' operators.
 *
 * @param ports port numbers by Service name
 */
record OfferedPorts(Map<String, List<Integer>> ports) {
    static OfferedPorts of(Platform platform, Component component) {
        return of(platform, component, port -> true);
    }

    /** Those that speak HTTP, which is all that routes lead to. */
    static OfferedPorts toPeople(Platform platform, Component component) {
        return of(platform, component, OfferedPort::http);
    }

    private static OfferedPorts of(Platform platform, Component component, Predicate<OfferedPort> wanted) {
        if (component instanceof Application application) {
            return of(application.network());
        }
        Map<String, List<Integer>> ports = new TreeMap<>();
        platform.facets(component).stream()
                .flatMap(part -> part.services().stream())
                .forEach(service -> ports.put(
                        service.name(),
                        service.ports().stream()
                                .filter(wanted)
                                .map(OfferedPort::number)
                                .toList()));
        return new OfferedPorts(ports);
    }

    private static OfferedPorts of(Network network) {
        List<Integer> ports = network.ports().stream().map(Port::offered).toList();
        return network.service()
                .map(service -> new OfferedPorts(Map.of(service.name(), ports)))
                .orElseGet(() -> new OfferedPorts(Map.of()));
    }

    Set<String> services() {
        return ports.keySet();
    }

    List<Integer> of(String service) {
        return ports.getOrDefault(service, List.of());
    }
}
