package dev.chartwright.diff;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.problem.BugException;

/** The components of a record of the model. */
final class Fields {
    private Fields() {}

    /** Values by name, in order. */
    static Map<String, Object> of(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException hidden) {
                throw new BugException("the model's " + component + " cannot be read", hidden);
            }
        }
        return values;
    }

    /** What tells it from others of its list. */
    static Optional<String> name(Record record) {
        return of(record).get("name") instanceof String name ? Optional.of(name) : Optional.empty();
    }
}
