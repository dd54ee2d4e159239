package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.Rabbitmq;
import dev.chartwright.problem.Problem;

/** The broker's Service names the transport that its chart makes. */
final class TransportRule implements Rule {
    private static final String ANNOTATION = "traefik.ingress.kubernetes.io/service.serverstransport";

    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> part.cluster().settings().serviceAnnotations().stream()
                        .filter(annotation -> annotation.name().equals(ANNOTATION))
                        .filter(annotation -> !annotation.value().equals(made(part)))
                        .map(annotation -> problem(
                                subject.place("rabbitmq", "cluster", "settings", "serviceAnnotations", ANNOTATION),
                                annotation.value(),
                                made(part))));
    }

    private static String made(Rabbitmq part) {
        return part.access()
                .transport()
                .map(name -> part.namespace() + "-" + name + "@kubernetescrd")
                .orElse("");
    }

    private static Problem problem(Place place, String wrong, String made) {
        return new Problem(
                place.value(),
                "unknown-transport",
                "the Service names the transport `" + wrong + "`, which nothing makes",
                "Traefik answers 500 for a Service whose transport is not there",
                made.isEmpty()
                        ? "name one in `rabbitmq.access.transport`, or remove the line"
                        : "write `" + made + "`");
    }
}
