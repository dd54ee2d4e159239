package dev.chartwright.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.chartwright.model.Architecture.Kind;
import dev.chartwright.model.Architecture.Link;
import dev.chartwright.model.Architecture.Node;

/** Finds nodes and links of a platform. */
final class ArchitectureBuilder {
    private static final String APPLICATION = "app-";
    private static final String HOST = "host-";
    private static final String OUTSIDE = "out-";
    private final Platform platform;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    ArchitectureBuilder(Platform platform) {
        this.platform = platform;
    }

    Architecture platform() {
        parts();
        platform.components().forEach(this::routes);
        platform.applications().forEach(this::needs);
        return architecture();
    }

    /** Ways between the same two nodes are one line. */
    private Architecture architecture() {
        Map<List<String>, List<Link>> ways = links.stream()
                .collect(Collectors.groupingBy(
                        link -> List.of(link.from(), link.to()), LinkedHashMap::new, Collectors.toList()));
        List<Link> merged = ways.values().stream()
                .map(way -> new Link(way.get(0).from(), way.get(0).to(), labels(way)))
                .toList();
        return new Architecture(List.copyOf(nodes), merged);
    }

    private static String labels(List<Link> way) {
        return way.stream()
                .map(Link::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void parts() {
        platform.facets().stream().filter(part -> part.edge().isPresent()).forEach(this::part);
        platform.applications()
                .forEach(part -> node(APPLICATION + part.name(), part.name(), Kind.APPLICATION, part.namespace()));
        platform.facets().stream().filter(part -> part.edge().isEmpty()).forEach(this::part);
    }

    private void part(Facets part) {
        node(part.component(), part.title(), part.drawn(), part.namespace());
        part.pods().stream().filter(ComponentPods::operator).forEach(operator -> {
            node(
                    operator.group().name(),
                    operator.label(),
                    Kind.OPERATOR,
                    operator.group().namespace());
            link(operator.group().name(), part.component(), "manages");
        });
    }

    /** Hosts lead to the edge router, and it leads on. */
    private void routes(Component component) {
        String id = id(component);
        component.publicRoutes().forEach(route -> {
            node(HOST + route.host(), route.host(), Kind.HOST, "");
            Optional<Facets> edge = platform.facets().stream()
                    .filter(part -> part.edge().isPresent())
                    .findFirst();
            edge.ifPresent(router -> link(
                    HOST + route.host(),
                    router.component(),
                    platform.environment().scheme()));
            link(edge.map(Facets::component).orElse(HOST + route.host()), id, route.path());
        });
    }

    private static String id(Component component) {
        return component instanceof Application ? APPLICATION + component.name() : component.name();
    }

    private void needs(Application application) {
        String id = id(application);
        Needs needs = application.network().needs();
        platform.facets()
                .forEach(part -> part.openings().stream()
                        .filter(opening -> opening.application().equals(application.name()))
                        .forEach(opening -> link(id, part.component(), opening.drawn())));
        needs.applications().forEach(other -> link(id, APPLICATION + other, "calls"));
        needs.outside().stream().filter(host -> !host.ports().isEmpty()).forEach(host -> outside(id, host));
    }

    /** A host of the platform itself means whoever serves it. */
    private void outside(String id, OutsideHost host) {
        List<Component> serving = platform.components().stream()
                .filter(component -> component.publicRoutes().stream()
                        .anyMatch(route -> route.host().equals(host.host())))
                .toList();
        if (serving.isEmpty()) {
            node(OUTSIDE + host.host(), host.host(), Kind.OUTSIDE, "");
            link(id, OUTSIDE + host.host(), host.name());
        }
        serving.stream()
                .map(ArchitectureBuilder::id)
                .filter(other -> !other.equals(id))
                .forEach(other -> link(id, other, host.name()));
    }

    Architecture messages() {
        platform.rabbitmq().ifPresent(part -> {
            Topology topology = part.topology();
            topology.exchanges()
                    .forEach(exchange -> node(
                            "exchange-" + exchange.exchange(), exchange.exchange(), Kind.EXCHANGE, part.namespace()));
            topology.queues()
                    .forEach(queue -> node("queue-" + queue.queue(), queue.queue(), Kind.QUEUE, part.namespace()));
            topology.bindings()
                    .forEach(binding -> link(
                            "exchange-" + binding.source(), "queue-" + binding.destination(), binding.routingKey()));
            platform.applications().forEach(this::traffic);
        });
        return architecture();
    }

    private void traffic(Application application) {
        application.network().needs().rabbitmq().ifPresent(need -> {
            need.publishes().forEach(message -> {
                String sender = "publisher-" + application.name();
                node(sender, application.name(), Kind.APPLICATION, "");
                link(sender, "exchange-" + message.exchange(), message.routingKey());
            });
            need.consumes().forEach(queue -> {
                String reader = "consumer-" + application.name();
                node(reader, application.name(), Kind.APPLICATION, "");
                link("queue-" + queue, reader, "");
            });
        });
    }

    private void node(String id, String label, Kind kind, String namespace) {
        if (nodes.stream().noneMatch(node -> node.id().equals(id))) {
            nodes.add(new Node(id, label, kind, namespace));
        }
    }

    private void link(String from, String to, String label) {
        links.add(new Link(from, to, label));
    }
}
