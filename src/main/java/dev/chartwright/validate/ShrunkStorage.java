package dev.chartwright.validate;

import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Quantity;
import dev.chartwright.problem.Problem;

/**
 * Storage grows and never shrinks.
 *
 * @param field where the size is
 */
record ShrunkStorage(FrozenField field) implements UpgradeRule {
    private static final String WHY = "a volume that holds data can grow, where its storage class allows it, but"
            + " Kubernetes never makes one smaller";

    static ShrunkStorage at(String field) {
        return new ShrunkStorage(FrozenField.parse(field));
    }

    @Override
    public Stream<Problem> check(ChangedObject object) {
        return object.changes(field)
                .filter(ShrunkStorage::isSmaller)
                .map(change -> object.problem(
                        change,
                        WHY,
                        "keep at least the old size; for a smaller volume add another claim and copy the data"));
    }

    private static boolean isSmaller(FieldChange change) {
        Optional<Quantity> before = Quantity.parse(change.before().asString(""));
        Optional<Quantity> after = Quantity.parse(change.after().asString(""));
        return before.isEmpty() || after.isEmpty() || after.get().compareTo(before.get()) < 0;
    }
}
