package dev.chartwright.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The notations in which Kubernetes writes quantities; each is kept, so a quantity has one spelling in each. */
public enum QuantityNotation {
    /** Powers of 1024, for example {@code 1536Mi}. */
    BINARY,
    /** Powers of 1000, for example {@code 500m}. */
    DECIMAL,
    /** Powers of 1000 as numbers, for example {@code 5e3}. */
    EXPONENT;

    private static final List<String> DECIMAL_UNITS = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY_UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigInteger STEP = BigInteger.valueOf(1024);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int DIGITS_OF_STEP = 3;
    private static final int FINEST = 9;
    private static final Pattern WITH_EXPONENT = Pattern.compile(".*[eE][-+]?[0-9]+");

    /**
     * A quantity as Kubernetes' programs write it, whatever they have read: without fraction, with the largest unit
     * that leaves none.
     *
     * @param text a quantity in any spelling
     */
    public static Optional<String> canonical(String text) {
        return Quantity.parse(text).map(quantity -> of(text).spelling(quantity.amount()));
    }

    private static QuantityNotation of(String text) {
        if (text.endsWith("i")) {
            return BINARY;
        }
        return WITH_EXPONENT.matcher(text).matches() ? EXPONENT : DECIMAL;
    }

    private String spelling(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        return this == BINARY ? binary(amount.min(MOST).max(MOST.negate())) : decimal(amount);
    }

    private String binary(BigDecimal amount) {
        boolean isFewOrBroken = amount.abs().compareTo(new BigDecimal(STEP)) < 0 || amount.scale() > 0;
        return isFewOrBroken ? decimal(amount) : bytes(amount.toBigInteger());
    }

    private static String bytes(BigInteger amount) {
        BigInteger number = amount;
        int unit = 0;
        while (number.mod(STEP).signum() == 0 && unit < BINARY_UNITS.size() - 1) {
            number = number.divide(STEP);
            unit++;
        }
        return number + BINARY_UNITS.get(unit);
    }

    private String decimal(BigDecimal amount) {
        BigDecimal kept = amount.scale() > FINEST ? amount.setScale(FINEST, RoundingMode.UP) : amount;
        int step = Math.floorDiv(-kept.stripTrailingZeros().scale(), DIGITS_OF_STEP);
        BigInteger number = kept.scaleByPowerOfTen(-step * DIGITS_OF_STEP).toBigIntegerExact();
        int unit = step + FINEST / DIGITS_OF_STEP;
        return number + (this == EXPONENT || unit >= DECIMAL_UNITS.size() ? exponent(step) : DECIMAL_UNITS.get(unit));
    }

    private static String exponent(int step) {
        return step == 0 ? "" : "e" + step * DIGITS_OF_STEP;
    }
}
