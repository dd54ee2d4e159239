package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A change of a Redis' claim does nothing at all, unless the Redis asks for a new StatefulSet. */
final class RedisClaim implements UpgradeRule {
    private static final String RECREATE = "redis.opstreelabs.in/recreate-statefulset";
    private static final FrozenField CLAIM = FrozenField.parse("spec.storage.volumeClaimTemplate");

    @Override
    public Stream<Problem> check(ChangedObject object) {
        String recreated = object.after()
                .root()
                .path("metadata")
                .path("annotations")
                .path(RECREATE)
                .asString("");
        return recreated.equals("true")
                ? Stream.empty()
                : object.changes(CLAIM)
                        .map(change -> object.problem(
                                change,
                                "the Redis operator ignores it without a word: StatefulSet and claims stay as they are",
                                "keep the old value and grow the claim itself with `kubectl edit pvc`; or annotate the Redis"
                                        + " with `" + RECREATE
                                        + ": \"true\"`, which applies to claims made from then on"));
    }
}
