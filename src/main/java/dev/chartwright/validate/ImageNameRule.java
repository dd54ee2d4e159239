package dev.chartwright.validate;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Images of pods, those of operators among them, are references that a container runtime can read. */
final class ImageNameRule implements ReleaseRule {
    private static final String HOST = "(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/)?";
    private static final String WORD = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern REFERENCE = Pattern.compile(
            HOST + WORD + "(?:/" + WORD + ")*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[a-z0-9]+:[0-9a-f]{32,})?");

    @Override
    public Stream<Problem> check(Release release) {
        return OperatedTemplates.andRendered(release)
                .flatMap(PodTemplate::containers)
                .filter(container -> container.root().path("image").isString())
                .filter(container -> !REFERENCE
                        .matcher(container.root().path("image").stringValue())
                        .matches())
                .map(ImageNameRule::problem);
    }

    private static Problem problem(PodContainer container) {
        RenderedObject object = container.pod().owner();
        return new Problem(
                container.place().then("image").value(),
                "image-name",
                object.kind() + " " + Quote.of(object.name()) + " has the image "
                        + Quote.of(container.root().path("image").asString("")),
                "a reference is a repository of small letters, then `:tag`, `@digest` or both",
                "write such a reference");
    }
}
