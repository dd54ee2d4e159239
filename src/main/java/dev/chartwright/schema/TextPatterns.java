package dev.chartwright.schema;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/**
 * Regular expressions for texts of any length.
 *
 * <p>Java goes one level deeper for each round of a group; a text that is too long for that has no form that a schema
 * here asks for.
 */
final class TextPatterns implements RegularExpressionFactory {
    @Override
    public RegularExpression getRegularExpression(String regex) {
        RegularExpression expression = JDKRegularExpressionFactory.getInstance().getRegularExpression(regex);
        return text -> matches(expression, text);
    }

    private static boolean matches(RegularExpression expression, String text) {
        try {
            return expression.matches(text);
        } catch (StackOverflowError tooLong) {
            return false;
        }
    }
}
