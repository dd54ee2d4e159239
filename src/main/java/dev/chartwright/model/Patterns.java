package dev.chartwright.model;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions that others evaluate. */
final class Patterns {
    private Patterns() {}

    /** Refuses what no dialect takes: brackets that stay open, a repetition of nothing. */
    static void refuseBroken(String component, String expression) {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException broken) {
            throw new InvalidValueException(
                    component,
                    "pattern-syntax",
                    "`" + expression + "` is no regular expression: "
                            + broken.getDescription().toLowerCase(Locale.ROOT),
                    "who evaluates it refuses it, and nothing matches",
                    expression.equals("*") ? "write `.*` for everything" : "mend the expression");
        }
    }
}
