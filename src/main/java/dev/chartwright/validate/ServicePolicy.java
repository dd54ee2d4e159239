package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

/** A Service selects the pods it leads to; only a program that writes its addresses down does without. */
final class ServicePolicy implements Policy {
    private static final String CHECK = "no-selector";

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return release.objects().stream()
                .filter(object ->
                        object.kind().equals("Service") && object.group().isEmpty())
                .filter(service -> service.root().at("/spec/selector").isEmpty())
                .filter(service -> !service.root().at("/spec/type").asString("").equals("ExternalName"))
                .filter(service -> !isWritten(service, release))
                .map(service -> new Finding(
                        service,
                        CHECK,
                        service.place("spec", "selector").key(),
                        "it has no `selector`",
                        "it leads to no pod, and nothing of the release writes its addresses down",
                        "add `selector:` with labels that the pods have"));
    }

    private static boolean isWritten(RenderedObject service, Release release) {
        return release.objects().stream()
                .filter(object ->
                        object.kind().equals("Endpoints") || object.kind().equals("EndpointSlice"))
                .anyMatch(object -> object.namespace().equals(service.namespace()));
    }
}
