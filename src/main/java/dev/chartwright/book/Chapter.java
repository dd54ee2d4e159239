package dev.chartwright.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.layout.LayeredLayout.Flow;
import dev.chartwright.model.Amounts;
import dev.chartwright.model.Application;
import dev.chartwright.model.Architecture;
import dev.chartwright.model.Component;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.Load;
import dev.chartwright.model.Nodes;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Port;
import dev.chartwright.model.Quantity;
import dev.chartwright.model.Secret;

/** The part of the page for one environment. */
final class Chapter {
    private static final int GIBIBYTE_BITS = 30;
    private static final Set<Architecture.Kind> OTHERS = EnumSet.of(
            Architecture.Kind.OPERATOR, Architecture.Kind.OUTSIDE, Architecture.Kind.EXCHANGE, Architecture.Kind.QUEUE);

    private final Platform platform;
    private final String name;

    Chapter(Platform platform) {
        this.platform = platform;
        name = platform.environment().name();
    }

    static String id(String environment) {
        return Html.id("env", environment);
    }

    String html() {
        return "<section id=\"" + id(name) + "\" class=\"environment\"><h2>" + Html.text(name) + "</h2>\n"
                + "<p>" + Html.text(words()) + "</p>\n"
                + picture("Architecture", Architecture.of(platform))
                + picture("Messages", Architecture.messages(platform))
                + hosts() + applications() + others() + secrets() + loads() + images()
                + "</section>\n";
    }

    private String words() {
        return platform.environment().chartName() + " "
                + platform.environment().chart().version() + ", a "
                + platform.environment().tier().name().toLowerCase(Locale.ROOT) + " environment at "
                + platform.environment().host();
    }

    /** Twice: lines to the right for wide screens, downwards in a frame of its own for narrow ones. */
    private String picture(String title, Architecture architecture) {
        if (architecture.isEmpty()) {
            return "";
        }
        String words = title + " of " + name;
        return "<h3>" + title + "</h3>\n"
                + "<figure class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.text(words) + "\">\n"
                + Drawing.svg(architecture, Flow.RIGHT, Html.id("in", name), words + ", left to right")
                + "</figure>\n<figure class=\"narrow\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.text(words)
                + ", top down\">\n"
                + Drawing.svg(architecture, Flow.DOWN, Html.id("in", name), words + ", top down")
                + "</figure>\n";
    }

    private String row(String label) {
        return Html.id("in", name, label);
    }

    private String hosts() {
        Table table = new Table("Public hosts", "host", "path", "leads to", "namespace");
        List<String> seen = new ArrayList<>();
        platform.components()
                .forEach(component -> component.publicRoutes().forEach(route -> {
                    String id = seen.contains(route.host()) ? "" : row(route.host());
                    seen.add(route.host());
                    table.row(id, List.of(route.host(), route.path(), component.name(), component.namespace()));
                }));
        return table.html();
    }

    private String applications() {
        Table table = new Table("Parts", "part", "what it is", "namespace", "image", "pods", "ports");
        for (Application part : platform.applications()) {
            table.row(
                    row(part.name()),
                    List.of(
                            part.name(),
                            part.description(),
                            part.namespace(),
                            part.image().reference(),
                            pods(part),
                            String.join(
                                    ", ",
                                    part.network().ports().stream()
                                            .map(Chapter::words)
                                            .toList())));
        }
        platform.components().stream()
                .filter(part -> !(part instanceof Application))
                .forEach(part -> table.row(
                        row(label(part)),
                        List.of(part.name(), part.description(), part.namespace(), part.appVersion(), "", "")));
        return table.html();
    }

    /** As the drawing calls it. */
    private static String label(Component part) {
        return switch (part.getClass().getSimpleName()) {
            case "Rabbitmq" -> "RabbitMQ";
            case "Minio" -> "MinIO";
            case "Postgres" -> "PostgreSQL";
            default -> part.getClass().getSimpleName();
        };
    }

    private static String pods(Application part) {
        return part.workload()
                .autoscaling()
                .map(scale -> scale.minReplicas() + " to " + scale.maxReplicas())
                .orElse(Integer.toString(part.workload().replicas()));
    }

    private static String words(Port port) {
        return port.name() + " " + port.port() + (port.offered() == port.port() ? "" : " as " + port.offered());
    }

    /** What the drawings show beside parts and public hosts, so that every box leads to a row. */
    private String others() {
        Table table = new Table("Operators, messages, hosts outside", "name", "what", "reached from", "leads to");
        Stream.of(Architecture.of(platform), Architecture.messages(platform))
                .forEach(drawing -> drawing.nodes().stream()
                        .filter(node -> OTHERS.contains(node.kind()))
                        .forEach(node -> table.row(
                                row(node.label()),
                                List.of(
                                        node.label(),
                                        node.kind().name().toLowerCase(Locale.ROOT),
                                        ends(drawing, link -> link.to().equals(node.id()), Architecture.Link::from),
                                        ends(drawing, link -> link.from().equals(node.id()), Architecture.Link::to)))));
        return table.html();
    }

    private static String ends(
            Architecture drawing, Predicate<Architecture.Link> mine, Function<Architecture.Link, String> end) {
        List<String> ids = drawing.links().stream().filter(mine).map(end).toList();
        return drawing.nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .map(Architecture.Node::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String secrets() {
        Table table = new Table("Secrets", "secret", "namespace", "who makes it", "keys");
        platform.components()
                .forEach(part -> part.secrets()
                        .forEach(secret -> table.row(
                                "",
                                List.of(
                                        secret.name(),
                                        part.namespace(),
                                        maker(secret),
                                        String.join(", ", secret.keys())))));
        return table.html();
    }

    private static String maker(Secret secret) {
        if (secret.sealed().isPresent()) {
            return "sealed-secrets, from ciphertext given at install";
        }
        if (secret.external().isPresent()) {
            return "External Secrets, from store " + secret.external().get().store();
        }
        return secret.reflected()
                .map(mirror -> "reflector, from " + mirror.namespace() + "/" + mirror.secret())
                .orElse(secret.supplied().isPresent() ? "the chart, from values given at install" : "exists before");
    }

    private String loads() {
        String nodes = platform.cluster()
                .nodes()
                .map(Nodes::count)
                .map(count -> " on " + count + " nodes")
                .orElse("");
        Table table = new Table(
                "Requests and limits" + nodes,
                "part",
                "pods",
                "requested cores",
                "requested GiB",
                "cores at most",
                "GiB at most");
        List<Load> loads = Load.of(platform);
        loads.forEach(load -> table.row("", row(load.part(), load.pods(), load.allRequests(), load.allLimits())));
        table.row(
                "",
                row(
                        "together",
                        loads.stream().mapToInt(Load::pods).sum(),
                        sum(loads, Load::allRequests),
                        sum(loads, Load::allLimits)));
        return table.html();
    }

    private static Amounts sum(List<Load> loads, Function<Load, Amounts> amounts) {
        return loads.stream().map(amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    private static List<String> row(String part, int pods, Amounts requests, Amounts limits) {
        return List.of(
                part,
                Integer.toString(pods),
                cores(requests.cpu()),
                gibibytes(requests.memory()),
                cores(limits.cpu()),
                gibibytes(limits.memory()));
    }

    private static String cores(Quantity quantity) {
        return quantity.amount().stripTrailingZeros().toPlainString();
    }

    private static String gibibytes(Quantity quantity) {
        return quantity.amount()
                .divide(BigDecimal.valueOf(1L << GIBIBYTE_BITS), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String images() {
        Table table = new Table("Images", "image");
        ImageList.of(platform).forEach(image -> table.row("", List.of(image.reference())));
        return table.html();
    }
}
