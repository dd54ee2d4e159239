package dev.chartwright.validate;

import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A Secret of the release is there, and filled where it is read only once, when the custom resource that reads it comes. */
final class SecretOrderRule implements ReleaseRule {
    private static final String SECRET = "Secret";
    /** Kinds from which a controller makes a Secret of the same name, some time later. */
    private static final Set<String> LATER = Set.of("SealedSecret", "ExternalSecret");

    private static final String REFLECTS = "reflector.v1.k8s.emberstack.com/reflects";

    @Override
    public Stream<Problem> check(Release release) {
        return release.customResources()
                .flatMap(object -> SecretRead.of(object, release))
                .flatMap(read -> release.installed()
                        .filter(object -> makes(object, read))
                        .flatMap(maker -> check(read, maker)));
    }

    private static boolean makes(RenderedObject object, SecretRead read) {
        return (object.kind().equals(SECRET) || LATER.contains(object.kind()))
                && object.name().equals(read.secret())
                && object.namespace().equals(read.reader().namespace());
    }

    private static Stream<Problem> check(SecretRead read, RenderedObject maker) {
        boolean filled =
                maker.kind().equals(SECRET) && maker.annotation(REFLECTS).isEmpty();
        if (read.once() && !filled) {
            return Stream.of(unfilled(read, maker));
        }
        String making = filled ? Release.making(order -> !order.makesFirst(maker, read.reader())) : "";
        return making.isEmpty() ? Stream.empty() : Stream.of(late(read, maker, making));
    }

    private static Problem unfilled(SecretRead read, RenderedObject maker) {
        return new Problem(
                read.reader().place("spec").key(),
                "late-secret",
                words(read) + ", which a controller fills later from " + maker.kind() + " `" + maker.name() + "`",
                "its operator reads this Secret once and skips for good what is not in it",
                "make the secret `supplied` in the values, so that it comes filled and before the resource");
    }

    private static Problem late(SecretRead read, RenderedObject maker, String making) {
        return new Problem(
                maker.place("metadata", "annotations", TemporaryCharts.HOOK).value(),
                "late-secret",
                words(read) + ", which comes after it",
                making + " hooks of `post-install` after every template",
                "take the hook away from the Secret");
    }

    private static String words(SecretRead read) {
        return read.reader().kind() + " `" + read.reader().name() + "` reads Secret `" + read.secret() + "`";
    }
}
