package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Secret;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** A mirror is one of a Secret that the values mirror. */
final class MirrorRule implements ReleaseRule {
    private static final String REFLECTS = "reflector.v1.k8s.emberstack.com/reflects";

    @Override
    public Stream<Problem> check(Release release) {
        List<String> known = release.platform().components().stream()
                .flatMap(component -> component.secrets().stream())
                .map(Secret::reflected)
                .flatMap(reflected -> reflected.stream())
                .map(source -> source.namespace() + "/" + source.secret())
                .distinct()
                .toList();
        return release.objects().stream()
                .filter(object -> !object.annotation(REFLECTS).isEmpty())
                .filter(object -> !known.contains(object.annotation(REFLECTS)))
                .filter(object -> !isMade(object.annotation(REFLECTS), release))
                .map(object -> problem(object, known));
    }

    private static boolean isMade(String source, Release release) {
        return release.objects().stream().anyMatch(object -> source.equals(object.namespace() + "/" + object.name()));
    }

    private static Problem problem(RenderedObject object, List<String> known) {
        String source = object.annotation(REFLECTS);
        return new Problem(
                object.place("metadata", "annotations", REFLECTS).value(),
                "dangling-reference",
                object.kind() + " " + Quote.of(object.name()) + " mirrors " + Quote.of(source)
                        + ", which nothing makes and the values do not name",
                "the reflector fills a mirror from its source, and without one the mirror stays empty",
                Choice.fix(source, known, "make it"));
    }
}
