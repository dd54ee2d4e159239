package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/**
 * Fields of a kind that nobody may change once an object is there.
 *
 * @param fields the fields
 * @param why who refuses a change, or what becomes of it
 * @param fix what to do instead; {@code {delete}} stands for the command that deletes the object
 */
record FrozenFields(List<FrozenField> fields, String why, String fix) implements UpgradeRule {
    static FrozenFields of(String why, String fix, String... fields) {
        return new FrozenFields(Stream.of(fields).map(FrozenField::parse).toList(), why, fix);
    }

    @Override
    public Stream<Problem> check(ChangedObject object) {
        return fields.stream().flatMap(object::changes).map(change -> object.problem(change, why, fix));
    }
}
