package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** A ServiceMonitor selects Services that there are, and asks a port that they name. */
final class MonitorRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        List<RenderedObject> services = release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .toList();
        SelectablePods pods = SelectablePods.of(release);
        return release.objects().stream()
                .filter(object -> object.kind().equals("ServiceMonitor"))
                .flatMap(monitor -> check(monitor, services, pods));
    }

    private static Stream<Problem> check(RenderedObject monitor, List<RenderedObject> services, SelectablePods pods) {
        JsonNode labels = monitor.root().at("/spec/selector/matchLabels");
        if (monitor.root().at("/spec/namespaceSelector/any").asBoolean(false)) {
            return Stream.empty(); // Services of others, too
        }
        List<String> namespaces = namespaces(monitor);
        List<RenderedObject> chosen = services.stream()
                .filter(service -> namespaces.contains(service.namespace()) && has(service, labels))
                .toList();
        // Operators give a Service the labels of its pods.
        boolean operated =
                pods.operated().stream().anyMatch(made -> namespaces.contains(made.namespace()) && made.has(labels));
        if (operated) {
            return pods.operated().stream()
                    .filter(made -> namespaces.contains(made.namespace()) && made.has(labels))
                    .map(OperatedPods::portNames)
                    .filter(names -> !names.isEmpty())
                    .flatMap(names -> asked(monitor, names));
        }
        return chosen.isEmpty() ? Stream.of(nothing(monitor, namespaces)) : ports(monitor, chosen);
    }

    private static List<String> namespaces(RenderedObject monitor) {
        List<String> named = monitor.root()
                .at("/spec/namespaceSelector/matchNames")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return named.isEmpty() ? List.of(monitor.namespace()) : named;
    }

    private static boolean has(RenderedObject service, JsonNode wanted) {
        JsonNode labels = service.root().at("/metadata/labels");
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static Problem nothing(RenderedObject monitor, List<String> namespaces) {
        return new Problem(
                monitor.place("spec", "selector").key(),
                "dangling-selector",
                "ServiceMonitor " + Quote.of(monitor.name()) + " selects no Service of "
                        + String.join(", ", namespaces.stream().map(Quote::of).toList()),
                "labels are compared letter by letter, and Prometheus asks nobody when none fits",
                "write labels that the Service has in its `metadata.labels`");
    }

    private static Stream<Problem> ports(RenderedObject monitor, List<RenderedObject> services) {
        return asked(
                monitor,
                services.stream()
                        .flatMap(service -> service.root().at("/spec/ports").valueStream())
                        .map(port -> port.path("name").asString(""))
                        .distinct()
                        .toList());
    }

    private static Stream<Problem> asked(RenderedObject monitor, List<String> known) {
        return Element.each(monitor.root().at("/spec/endpoints"), monitor.place("spec", "endpoints"))
                .filter(endpoint -> endpoint.root().has("port"))
                .filter(endpoint -> !known.contains(endpoint.root().path("port").asString("")))
                .map(endpoint -> port(monitor, endpoint, known));
    }

    private static Problem port(RenderedObject monitor, Element endpoint, List<String> known) {
        String port = endpoint.root().path("port").asString("");
        return new Problem(
                endpoint.place().then("port").value(),
                "unknown-target-port",
                "ServiceMonitor " + Quote.of(monitor.name()) + " asks port " + Quote.of(port)
                        + ", which its Services do not name",
                "Prometheus leaves an endpoint out whose port the Service does not have",
                Choice.fix(port, known, "add the port to the Service"));
    }
}
