package dev.chartwright.validate;

import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Quantity;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Containers request no more than their limit, those of operators' pods among them. */
final class LimitRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        return OperatedTemplates.andRendered(release.objects())
                .flatMap(PodTemplate::containers)
                .flatMap(LimitRule::check);
    }

    private static Stream<Problem> check(PodContainer container) {
        JsonNode resources = container.root().path("resources");
        return resources.path("limits").properties().stream()
                .filter(limit -> exceeds(resources.path("requests").path(limit.getKey()), limit.getValue()))
                .map(limit -> problem(container, limit.getKey(), resources));
    }

    private static boolean exceeds(JsonNode request, JsonNode limit) {
        Optional<Quantity> asked = Quantity.parse(request.asString(""));
        Optional<Quantity> most = Quantity.parse(limit.asString(""));
        return asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0;
    }

    private static Problem problem(PodContainer container, String resource, JsonNode resources) {
        RenderedObject object = container.pod().owner();
        return new Problem(
                container.place().then("resources", "limits", resource).value(),
                "out-of-range",
                object.kind() + " " + Quote.of(object.name()) + " requests "
                        + Quote.of(resources.path("requests").path(resource).asString("")) + " of " + resource
                        + ", and its limit is "
                        + Quote.of(resources.path("limits").path(resource).asString("")),
                "the API server refuses a container that requests more than it may use",
                "raise the limit, or request less");
    }
}
