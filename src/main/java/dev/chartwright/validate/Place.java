package dev.chartwright.validate;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;

/**
 * A place in the values, by its pointer.
 *
 * @param origins where everything was written
 * @param pointer JSON pointer into the merged document
 */
record Place(Origins origins, String pointer) {
    Place then(String... parts) {
        return new Place(origins, pointer + Origins.pointer(parts));
    }

    Place then(int index) {
        return then(Integer.toString(index));
    }

    Location value() {
        return origins.value(pointer);
    }

    Location key() {
        return origins.key(pointer);
    }
}
