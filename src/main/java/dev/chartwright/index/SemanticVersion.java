package dev.chartwright.index;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org orders it, 2.0.0, rule 11.
 *
 * @param text as it is written
 * @param core major, minor and patch
 * @param before what stands behind the first dash; nothing for a release
 */
record SemanticVersion(String text, List<BigInteger> core, List<String> before) implements Comparable<SemanticVersion> {
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String WORD_BEFORE = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final String BEFORE = "(" + WORD_BEFORE + "(?:\\." + WORD_BEFORE + ")*)";
    private static final String BUILD = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern FORM =
            Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-" + BEFORE + ")?(?:\\+" + BUILD + ")?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Comparator<String> WORD = Comparator.comparing(
                    (String word) -> !DIGITS.matcher(word).matches())
            .thenComparing(SemanticVersion::number)
            .thenComparing(Comparator.naturalOrder());
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparing(
                    SemanticVersion::core,
                    (a, b) -> Arrays.compare(a.toArray(BigInteger[]::new), b.toArray(BigInteger[]::new)))
            .thenComparing(version -> version.before().isEmpty())
            .thenComparing(
                    SemanticVersion::before,
                    (a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new), WORD))
            .thenComparing(SemanticVersion::text);

    static Optional<SemanticVersion> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<BigInteger> core =
                List.of(new BigInteger(parts.group(1)), new BigInteger(parts.group(2)), new BigInteger(parts.group(3)));
        List<String> before = Optional.ofNullable(parts.group(4))
                .map(words -> List.of(words.split("\\.")))
                .orElse(List.of());
        return Optional.of(new SemanticVersion(text, core, before));
    }

    private static BigInteger number(String word) {
        return DIGITS.matcher(word).matches() ? new BigInteger(word) : BigInteger.ZERO;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
