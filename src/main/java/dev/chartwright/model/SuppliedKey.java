package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a supplied Secret, and what {@code secrets init} writes for it.
 *
 * @param name key in the Secret
 * @param value a fixed start value that is no secret, a user name for example
 * @param compose text with {@code {component/secret/key}} in it, filled from other supplied keys
 */
public record SuppliedKey(String name, Optional<String> value, Optional<String> compose) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/\\s]+/[^{}/\\s]+/[^{}/\\s]+)}");

    /** Paths {@code component/secret/key} that it is composed of. */
    public List<String> placeholders() {
        return compose.stream()
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** The composed text with each placeholder replaced by the value of its path. */
    public Optional<String> composed(UnaryOperator<String> values) {
        return compose.map(text ->
                PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1)))));
    }
}
