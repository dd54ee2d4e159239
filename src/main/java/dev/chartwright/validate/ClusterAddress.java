package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A Service keeps the address it got, or got none, unless it turns into a name of something outside, or back. */
final class ClusterAddress implements UpgradeRule {
    private static final FrozenField ADDRESS = FrozenField.parse("spec/clusterIP");
    private static final FrozenField TYPE = FrozenField.parse("spec/type=ClusterIP");
    private static final String OUTSIDE = "ExternalName";

    @Override
    public Stream<Problem> check(ChangedObject object) {
        return isOutside(object.before()) || isOutside(object.after())
                ? Stream.empty()
                : object.changes(ADDRESS)
                        .map(change -> object.problem(
                                change,
                                "Kubernetes gives a Service its address when it is made, and keeps it",
                                "keep the old value, or run {delete} right before the upgrade, which cuts its clients off until"
                                        + " then"));
    }

    private static boolean isOutside(RenderedObject service) {
        return OUTSIDE.equals(TYPE.in(service.root()).asString(""));
    }
}
