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

    private static final Pattern TEXT = Pattern.compile("([+-]?(?:\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18}))"
            + "(?:(?<unit>[numkMGTPE]|[KMGTPE]i)|[eE](?<exponent>[+-]?\\d{1,2})|)");
    private static final BigDecimal BINARY = BigDecimal.valueOf(1024);
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
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
        return Optional.of(new Quantity(
                new BigDecimal(parts.group(1)).multiply(unit(parts)).stripTrailingZeros()));
    }

    private static BigDecimal unit(Matcher parts) {
        return Optional.ofNullable(parts.group("unit"))
                .map(UNITS::get)
                .or(() -> Optional.ofNullable(parts.group("exponent")).map(digits -> new BigDecimal("1e" + digits)))
                .orElse(BigDecimal.ONE);
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
