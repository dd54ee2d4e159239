package dev.chartwright.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as Kubernetes writes it.
 *
 * @param amount in the base unit, without trailing zeros
 */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    public static final Quantity NONE = new Quantity(BigDecimal.ZERO);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)(m|k|M|G|T|P|E|[KMGTPE]i|)");
    private static final BigDecimal BINARY = BigDecimal.valueOf(1024);
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("m", new BigDecimal("0.001")),
            Map.entry("", BigDecimal.ONE),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BINARY),
            Map.entry("Mi", BINARY.pow(2)),
            Map.entry("Gi", BINARY.pow(3)),
            Map.entry("Ti", BINARY.pow(4)),
            Map.entry("Pi", BINARY.pow(5)),
            Map.entry("Ei", BINARY.pow(6)));

    /** The amount, if the text is one. */
    public static Optional<Quantity> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(parts.group(1)).multiply(UNITS.get(parts.group(2)));
        return Optional.of(new Quantity(amount.stripTrailingZeros()));
    }

    /** The sum of both. */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount));
    }

    /** As much for each of some. */
    public Quantity times(int count) {
        return new Quantity(amount.multiply(BigDecimal.valueOf(count)));
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }
}
