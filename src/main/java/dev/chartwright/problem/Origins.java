package dev.chartwright.problem;

import java.util.Map;

/**
 * Where each value of a merged document was written.
 *
 * <p>Keys are JSON pointers (RFC 6901) into the merged document, {@code ""} for its root.
 *
 * @param keys places of mapping keys
 * @param values places of values
 * @param document place of the document itself, for what stands nowhere
 */
public record Origins(Map<String, Location> keys, Map<String, Location> values, Location document) {
    public Origins {
        keys = Map.copyOf(keys);
        values = Map.copyOf(values);
    }

    /** Place of the value at the pointer, or of its nearest written ancestor. */
    public Location value(String pointer) {
        Location found = values.get(pointer);
        return found != null ? found : key(pointer);
    }

    /** Place of the key at the pointer, or of its nearest written ancestor; items of lists have no key. */
    public Location key(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Location found = keys.containsKey(at) ? keys.get(at) : values.get(at);
            if (found != null) {
                return found;
            }
        }
        return document;
    }

    /** A pointer made of unescaped parts. */
    public static String pointer(String... parts) {
        StringBuilder pointer = new StringBuilder();
        for (String part : parts) {
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
