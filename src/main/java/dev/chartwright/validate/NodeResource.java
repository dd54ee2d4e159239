package dev.chartwright.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.chartwright.model.Amounts;
import dev.chartwright.model.NodePool;
import dev.chartwright.model.Quantities;
import dev.chartwright.model.Quantity;

/** Something of which a node has only so much, and pods request their share. */
enum NodeResource {
    CPU("cpu", "cores", Quantities::cpu, Amounts::cpu),
    MEMORY("memory", "of memory", Quantities::memory, Amounts::memory),
    EPHEMERAL_STORAGE(
            "ephemeralStorage", "of ephemeral storage", Quantities::ephemeralStorage, Amounts::ephemeralStorage);

    private static final List<String> UNITS = List.of("Gi", "Mi", "Ki");

    private final String key;
    private final String words;
    private final Function<Quantities, Optional<String>> written;
    private final Function<Amounts, Quantity> amount;

    NodeResource(
            String key,
            String words,
            Function<Quantities, Optional<String>> written,
            Function<Amounts, Quantity> amount) {
        this.key = key;
        this.words = words;
        this.written = written;
        this.amount = amount;
    }

    /** How the values call it. */
    String key() {
        return key;
    }

    Quantity of(Amounts amounts) {
        return amount.apply(amounts);
    }

    /** How much of it one machine has, where that is written down. */
    Optional<Quantity> of(NodePool pool) {
        return written.apply(pool.allocatable()).flatMap(Quantity::parse);
    }

    /** An amount for people: cores to the thousandth, bytes in the largest unit that leaves at least one. */
    String words(Quantity quantity) {
        return number(quantity) + " " + words;
    }

    String number(Quantity quantity) {
        return this == CPU ? plain(quantity.amount(), 3) : bytes(quantity);
    }

    private static String bytes(Quantity quantity) {
        for (String unit : UNITS) {
            BigDecimal size = Quantity.parse("1" + unit).orElseThrow().amount();
            if (quantity.amount().compareTo(size) >= 0) {
                return plain(quantity.amount().divide(size, 1, RoundingMode.HALF_UP), 1) + unit;
            }
        }
        return plain(quantity.amount(), 0);
    }

    private static String plain(BigDecimal number, int digits) {
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
