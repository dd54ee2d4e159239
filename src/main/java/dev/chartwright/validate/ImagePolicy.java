package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/** Every image that is rendered, also where only a template names it, is of one version. */
final class ImagePolicy implements Policy {
    private static final String CHECK = "latest-tag";

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return OperatedTemplates.andRendered(release)
                .flatMap(PodTemplate::containers)
                .filter(container -> container.root().has("image"))
                .filter(container -> isMoving(image(container)))
                .map(
                        container -> Finding.of(
                                container.pod(),
                                CHECK,
                                new Breach(
                                        container.place().then("image"),
                                        "container " + Quote.of(container.name()) + " runs the image "
                                                + Quote.of(image(container)) + ", which names no version",
                                        "name the version that was tested"),
                                "without a tag it is `latest`, whatever was pushed last: two installs can run different programs"));
    }

    private static String image(PodContainer container) {
        return container.root().path("image").asString("");
    }

    /** A port stands before a slash, a tag after the last one. */
    private static boolean isMoving(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return !name.contains("@") && (!name.contains(":") || name.endsWith(":latest"));
    }
}
