package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A ConfigMap or Secret that said it is immutable keeps its data; values of a Secret are not shown. */
final class LockedData implements UpgradeRule {
    private static final FrozenField IMMUTABLE = FrozenField.parse("immutable=false");
    private static final List<FrozenField> FIELDS = Stream.of("data", "stringData", "binaryData", "immutable=false")
            .map(FrozenField::parse)
            .toList();
    private static final String WHY = "it was made with `immutable: true`, and Kubernetes keeps to that for good";
    private static final String FIX = "give the new content a new name, or run {delete} right before the upgrade";

    @Override
    public Stream<Problem> check(ChangedObject object) {
        return IMMUTABLE.in(object.before().root()).asString().equals("true")
                ? FIELDS.stream().flatMap(object::changes).map(change -> object.hidden(change, WHY, FIX))
                : Stream.empty();
    }
}
