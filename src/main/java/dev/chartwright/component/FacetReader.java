package dev.chartwright.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Amounts;
import dev.chartwright.model.Architecture;
import dev.chartwright.model.ComponentPods;
import dev.chartwright.model.Connection;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Facets;
import dev.chartwright.model.Load;
import dev.chartwright.model.NamedSecret;
import dev.chartwright.model.NeededAddon;
import dev.chartwright.model.OfferedService;
import dev.chartwright.model.OfferedService.OfferedPort;
import dev.chartwright.model.Opening;
import dev.chartwright.model.Peer;
import dev.chartwright.model.PodGroup;
import dev.chartwright.model.PolicyPort;
import dev.chartwright.model.Scalar;

/** Works out what a component is to the others in one environment. */
final class FacetReader {
    private final ComponentType type;
    private final Scopes scopes;
    private final String component;
    private final String namespace;
    private final Map<String, ComponentPods> pods = new LinkedHashMap<>();

    FacetReader(ComponentType type, Scopes scopes) {
        this.type = type;
        this.scopes = scopes;
        this.component = text("<% name %>");
        this.namespace = text("<% namespace %>");
        type.pods().stream().filter(one -> scopes.holds(one.when())).forEach(one -> pods.put(one.name(), pods(one)));
    }

    Facets read() {
        return new Facets(
                type.name(),
                component,
                type.title(),
                namespace,
                Architecture.Kind.valueOf(type.drawn().toUpperCase(Locale.ROOT)),
                edge(),
                List.copyOf(pods.values()),
                services(),
                connections(),
                type.test().stream().flatMap(this::test).toList(),
                openings(),
                type.reads().stream().flatMap(this::reads).toList(),
                type.addons().stream().flatMap(this::addons).toList(),
                type.objects(),
                type.frozen(),
                type.cleanup() ? Optional.of(PodGroup.cleanup(component, namespace)) : Optional.empty());
    }

    private ComponentPods pods(PodsType one) {
        return new ComponentPods(
                group(one),
                one.title(),
                one.label().orElse(one.title()),
                one.madeBy(),
                one.operator().isPresent(),
                one.api(),
                one.resources()
                        .or(() -> one.operator().map(path -> path + ".resources"))
                        .map(path -> load(one, path)));
    }

    private PodGroup group(PodsType one) {
        Entry[] labels = one.labels().stream()
                .map(label -> new Entry(label.name(), text(label.value())))
                .toArray(Entry[]::new);
        if (one.madeBy() == ComponentPods.MadeBy.CLUSTER) {
            return PodGroup.foreign(component, namespace, labels);
        }
        if (one.operator().isPresent()) {
            String path = one.operator().get();
            return PodGroup.operator(component, path, text("<% " + path + ".namespace %>"), one.name());
        }
        return one.madeBy() == ComponentPods.MadeBy.CHART
                ? PodGroup.of(component, namespace)
                : PodGroup.operated(component, namespace, one.name(), labels);
    }

    private Load load(PodsType one, String path) {
        List<String> place = new ArrayList<>(List.of(type.name()));
        place.addAll(List.of(path.split("\\.")));
        int replicas = one.replicas().flatMap(scopes::find).map(this::number).orElse(1);
        return new Load(
                one.title(),
                List.copyOf(place),
                replicas,
                Amounts.of(amounts(path + ".requests.")),
                Amounts.of(amounts(path + ".limits.")));
    }

    private Map<String, String> amounts(String path) {
        Map<String, String> amounts = new LinkedHashMap<>();
        Stream.of("cpu", "memory", "ephemeralStorage")
                .forEach(name -> scopes.find(path + name).ifPresent(value -> amounts.put(name, value.toString())));
        return amounts;
    }

    private Optional<Facets.Edge> edge() {
        return type.edge()
                .flatMap(edge -> edge.pods().stream()
                        .filter(pods::containsKey)
                        .findFirst()
                        .map(name -> new Facets.Edge(pods.get(name).group(), ports(name, edge.ports()))));
    }

    private List<OfferedService> services() {
        return type.services().stream()
                .filter(service -> pods.containsKey(service.pods()))
                .map(service -> new OfferedService(
                        text(service.service()),
                        pods.get(service.pods()).group(),
                        service.ports().stream()
                                .map(port -> offered(service, port))
                                .toList()))
                .toList();
    }

    private OfferedPort offered(ServiceType service, PortsType port) {
        return new OfferedPort(
                ports(port.numbers()).get(0).port(),
                ports(service.pods(), List.of(port.name())),
                service.http().isEmpty() || service.http().contains(port.name()));
    }

    private List<Connection> connections() {
        return type.connections().stream()
                .filter(connection -> scopes.holds(connection.when()))
                .filter(connection -> pods.containsKey(connection.to()))
                .flatMap(connection -> from(connection)
                        .map(from -> new Connection(
                                from,
                                Peer.of(pods.get(connection.to()).group()),
                                ports(connection.to(), connection.ports()))))
                .toList();
    }

    private Stream<Peer> from(ConnectionType connection) {
        Stream<Peer> own = connection.from().stream().flatMap(this::group).map(Peer::of);
        return Stream.concat(own, connection.addon().flatMap(this::addonNamespace).map(Peer::namespace).stream());
    }

    private Optional<String> addonNamespace(String addon) {
        return scopes.find("platform.cluster.addons." + addon + ".namespace").map(Object::toString);
    }

    private Stream<PodGroup> group(String name) {
        return Optional.ofNullable(pods.get(name)).map(ComponentPods::group).stream();
    }

    private Stream<Connection> test(OpenType test) {
        return test.to().stream()
                .flatMap(name -> group(name)
                        .map(group ->
                                Connection.of(PodGroup.test(component, namespace), group, ports(name, test.ports()))));
    }

    private List<Opening> openings() {
        Object applications = scopes.find("platform.applications").orElse(Map.of());
        return ((Map<?, ?>) applications)
                .keySet().stream()
                        .map(Object::toString)
                        .flatMap(application -> type.needs().stream().flatMap(need -> opens(application, need)))
                        .toList();
    }

    private Stream<Opening> opens(String application, NeedType need) {
        String path = "platform.applications." + application + ".network.needs." + need.name();
        return scopes.holds(path)
                ? scopes.find(path).stream()
                        .flatMap(said -> need.opens().stream()
                                .filter(open -> scopes.needing(said).holds(open.when()))
                                .flatMap(open -> opens(application, need, open)))
                : Stream.empty();
    }

    private Stream<Opening> opens(String application, NeedType need, OpenType open) {
        return open.to().stream()
                .flatMap(name -> group(name)
                        .map(group ->
                                new Opening(application, need.name(), need.drawn(), group, ports(name, open.ports()))));
    }

    private Stream<NamedSecret> reads(ReadType read) {
        return scopes.each(read.at()).stream().map(found -> {
            List<String> place = place(found.keys());
            Stream<NamedSecret.Key> fixed = read.keys().stream().map(key -> new NamedSecret.Key(place, key));
            Stream<NamedSecret.Key> named = read.keysAt().stream()
                    .flatMap(path -> scopes.each(path).stream())
                    .map(key ->
                            new NamedSecret.Key(place(key.keys()), key.value().toString()));
            return new NamedSecret(
                    place, found.value().toString(), Stream.concat(fixed, named).toList());
        });
    }

    private Stream<NeededAddon> addons(AddonType needed) {
        return scopes.each(needed.at()).stream()
                .map(found -> new NeededAddon(
                        place(found.keys()),
                        needed.addon(),
                        new Scopes(found.names(), scopes.platform(), Optional.empty())
                                .text(needed.what())
                                .orElse(needed.what())));
    }

    private List<String> place(List<String> keys) {
        return Stream.concat(Stream.of(type.name()), keys.stream()).toList();
    }

    private List<PolicyPort> ports(String podsName, List<String> names) {
        return type.pods().stream()
                .filter(one -> one.name().equals(podsName))
                .flatMap(one -> names.stream()
                        .flatMap(name -> one.ports().stream()
                                .filter(port -> port.name().equals(name))
                                .flatMap(port -> ports(port.numbers()).stream())))
                .toList();
    }

    /** Numbers and ranges between commas. */
    private List<PolicyPort> ports(Scalar written) {
        String all = written.number()
                .map(String::valueOf)
                .orElseGet(() -> text(written.text().orElse("")));
        return Arrays.stream(all.split(","))
                .map(one -> one.strip().split("-"))
                .map(ends -> ends.length == 1
                        ? PolicyPort.tcp(number(ends[0]))
                        : PolicyPort.range(number(ends[0]), number(ends[1])))
                .toList();
    }

    private int number(Object value) {
        return Integer.parseInt(value.toString());
    }

    private String text(String written) {
        return scopes.text(written).orElse("");
    }
}
