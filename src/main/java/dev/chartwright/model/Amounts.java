package dev.chartwright.model;

import java.util.Map;
import java.util.Optional;

/**
 * What pods take of their nodes.
 *
 * @param cpu cores
 * @param memory bytes
 * @param ephemeralStorage bytes of disk that live as long as the pods
 */
public record Amounts(Quantity cpu, Quantity memory, Quantity ephemeralStorage) {
    public static final Amounts NONE = new Amounts(Quantity.NONE, Quantity.NONE, Quantity.NONE);

    /** What is not written down counts nothing. */
    static Amounts of(Quantities quantities) {
        return new Amounts(
                amount(quantities.cpu()), amount(quantities.memory()), amount(quantities.ephemeralStorage()));
    }

    /** Amounts by resource name, as the values write them. */
    public static Amounts of(Map<String, String> quantities) {
        return of(new Quantities(
                Optional.ofNullable(quantities.get("cpu")),
                Optional.ofNullable(quantities.get("memory")),
                Optional.ofNullable(quantities.get("ephemeralStorage"))));
    }

    private static Quantity amount(Optional<String> text) {
        return text.flatMap(Quantity::parse).orElse(Quantity.NONE);
    }

    public Amounts plus(Amounts other) {
        return new Amounts(
                cpu.plus(other.cpu), memory.plus(other.memory), ephemeralStorage.plus(other.ephemeralStorage));
    }

    public Amounts times(int count) {
        return new Amounts(cpu.times(count), memory.times(count), ephemeralStorage.times(count));
    }
}
