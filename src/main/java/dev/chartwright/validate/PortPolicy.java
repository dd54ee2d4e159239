package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/** No container offers a shell to the network. */
final class PortPolicy implements Policy {
    private static final String CHECK = "ssh-port";
    private static final int SSH = 22;

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return PodTemplate.of(release.objects())
                .flatMap(PodTemplate::containers)
                .flatMap(
                        container -> container
                                .elements("ports")
                                .filter(port ->
                                        port.root().path("containerPort").asInt(0) == SSH)
                                .filter(port -> port.root()
                                        .path("protocol")
                                        .asString("TCP")
                                        .equals("TCP"))
                                .map(
                                        port -> Finding.of(
                                                container.pod(),
                                                CHECK,
                                                new Breach(
                                                        port.place().then("containerPort"),
                                                        "container " + Quote.of(container.name()) + " has port 22",
                                                        "take SSH out of the image, or give another protocol another port"),
                                                "port 22 is that of SSH, a way in beside Kubernetes and its records; `kubectl exec` is the way")));
    }
}
