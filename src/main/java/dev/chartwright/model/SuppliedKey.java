package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
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
    private static final Pattern SECRET =
            Pattern.compile("password|passwd|token|private.?key", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/\\s]+/[^{}/\\s]+/[^{}/\\s]+)}");

    private static final Pattern OPEN = Pattern.compile("\\{[^{}/\\s:\"]++/[^{}/\\s]++/[-._A-Za-z0-9]++(?!\\})");

    public SuppliedKey {
        if (value.isPresent() && compose.isPresent()) {
            throw new InvalidValueException(
                    "compose",
                    "supplied-source",
                    "`" + name + "` has both a `value` and a `compose`",
                    "`secrets init` writes one of them, and the other would be a surprise",
                    "keep one of the two");
        }
        if (value.isPresent() && SECRET.matcher(name).find()) {
            throw new InvalidValueException(
                    "value",
                    "secret-in-values",
                    "`" + name + "` has its value in the values",
                    "who may read this repository, or its history, has it; `value` is for what is no secret, a user name for example",
                    "remove `value`, so that `secrets init` writes a random one; and change it wherever it is in use");
        }
    }

    /** Paths {@code component/secret/key} that it is composed of. */
    public List<String> placeholders() {
        return compose.stream()
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** Placeholders that nothing closes, as they are written. */
    public List<String> openPlaceholders() {
        return compose.stream()
                .flatMap(text -> OPEN.matcher(text).results())
                .map(MatchResult::group)
                .toList();
    }

    /** The composed text with each placeholder replaced by the value of its path. */
    public Optional<String> composed(UnaryOperator<String> values) {
        return compose.map(text ->
                PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1)))));
    }
}
