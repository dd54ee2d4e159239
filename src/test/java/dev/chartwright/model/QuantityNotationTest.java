package dev.chartwright.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuantityNotationTest {
    private static final long SEED = 20_261_129;
    private static final int RUNS = 5_000;
    private static final List<String> UNITS =
            List.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e");
    private static final List<String> SIGNS = List.of("", "", "", "+", "-", "00");
    private static final BigDecimal LARGEST = new BigDecimal("1e18");
    private static final BigDecimal ENDLESS = new BigDecimal("1e30");

    @ParameterizedTest
    @CsvSource({
        "1.5, 1500m",
        "1.5Gi, 1536Mi",
        "0.5, 500m",
        "1000m, 1",
        "2048Mi, 2Gi",
        "1.1Gi, 1181116006400m",
        "0.5Ki, 512",
        "0.9765625Ki, 1k",
        "1.953125Ki, 2000",
        "0Gi, 0",
        "+5Gi, 5Gi",
        "007, 7",
        "-1.5Gi, -1536Mi",
        "-1000m, -1",
        "12e4, 120e3",
        "1000e0, 1e3",
        "1e0, 1",
        "5E, 5E",
        "5E3, 5e3",
        "1000E, 1e21",
        "0.9n, 1n",
        "-0.9n, -1n",
        "8Ei, 9223372036854775807",
        "-839.6Ei, -9223372036854775807",
        "200m, 200m",
        "3000Ki, 3000Ki"
    })
    void spellsAsKubernetesDoes(String written, String canonical) {
        assertThat(QuantityNotation.canonical(written)).hasValue(canonical);
    }

    @Test
    void saysNothingOfWhatIsNoQuantity() {
        assertThat(Stream.of("", "much", "1 Gi", "1ki", "1.2.3")
                        .flatMap(text -> QuantityNotation.canonical(text).stream()))
                .isEmpty();
    }

    @Test
    void keepsTheAmount() {
        assertThat(quantities())
                .allSatisfy(written ->
                        assertThat(amount(canonical(written))).as(written).isEqualByComparingTo(amount(written)));
    }

    @Test
    void leavesItsOwnSpellingAlone() {
        assertThat(quantities())
                .allSatisfy(written ->
                        assertThat(canonical(canonical(written))).as(written).isEqualTo(canonical(written)));
    }

    @Test
    void wouldLeaveAFractionInALargerUnit() {
        assertThat(quantities()).allSatisfy(written -> {
            String canonical = canonical(written);
            assertThat(canonical).as(written).matches("-?[1-9][0-9]*([num]|[kMGTPE]|[KMGTPE]i|e-?[0-9]+)?");
            assertThat(new BigDecimal(canonical.replaceAll("^-|[^0-9].*$", "")).remainder(step(written, canonical)))
                    .as(written + " " + canonical)
                    .isNotZero();
        });
    }

    /** How many of the unit are one of the next; the largest has none. */
    private static BigDecimal step(String written, String canonical) {
        boolean isBytes = written.endsWith("i") && canonical.matches("-?[0-9]+([KMGTP]i)?");
        return canonical.matches(".*Ei?") ? ENDLESS : BigDecimal.valueOf(isBytes ? 1024 : 1000);
    }

    private static String canonical(String text) {
        return QuantityNotation.canonical(text).orElseThrow();
    }

    private static BigDecimal amount(String text) {
        return Quantity.parse(text).orElseThrow().amount();
    }

    /** With signs, zeros and points anywhere; none so fine or large that it is rounded, cut or not read again. */
    private static List<String> quantities() {
        Random random = new Random(SEED);
        return Stream.generate(() -> quantity(random))
                .filter(text -> amount(text).signum() != 0 && amount(text).scale() <= 9)
                .filter(text -> amount(text).scale() <= 0 || amount(text).precision() <= 16)
                .filter(text -> amount(text).abs().compareTo(LARGEST) < 0)
                .limit(RUNS)
                .toList();
    }

    private static String quantity(Random random) {
        String digits = random.nextInt(10_000) + "0".repeat(random.nextInt(4));
        int point = random.nextInt(digits.length() + 1);
        String number = random.nextInt(3) > 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
        String unit = UNITS.get(random.nextInt(UNITS.size()));
        return SIGNS.get(random.nextInt(SIGNS.size())) + number + (unit.equals("e") ? "e" + random.nextInt(9) : unit);
    }
}
