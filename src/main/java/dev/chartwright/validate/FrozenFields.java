package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Entry;
import dev.chartwright.model.FrozenPaths;
import dev.chartwright.problem.Problem;

/**
 * Fields of a kind that nobody may change once an object is there.
 *
 * @param fields the fields
 * @param why who refuses a change, or what becomes of it
 * @param fix what to do instead; {@code {delete}} stands for the command that deletes the object
 * @param unless annotations of the new object with which they may change; none where nothing lets them
 */
record FrozenFields(List<FrozenField> fields, String why, String fix, List<Entry> unless) implements UpgradeRule {
    static FrozenFields of(String why, String fix, String... fields) {
        return new FrozenFields(Stream.of(fields).map(FrozenField::parse).toList(), why, fix, List.of());
    }

    static FrozenFields of(FrozenPaths said, List<String> paths) {
        return new FrozenFields(
                paths.stream().map(path -> FrozenField.parse(path, said.by())).toList(),
                said.why(),
                said.fix(),
                said.unless());
    }

    @Override
    public Stream<Problem> check(ChangedObject object) {
        boolean mayChange = !unless.isEmpty()
                && unless.stream()
                        .allMatch(annotation ->
                                object.after().annotation(annotation.name()).equals(annotation.value()));
        return mayChange
                ? Stream.empty()
                : fields.stream().flatMap(object::changes).map(change -> object.problem(change, why, fix));
    }
}
