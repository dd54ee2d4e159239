package dev.chartwright.secrets;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;

/** Writes the values file of an environment's secrets. */
public final class SecretsWriter {
    /** Stands where a ciphertext must come; no controller takes it for one. */
    public static final String BLANK = "TO-BE-SEALED";

    private final RandomGenerator random;

    /** A writer that draws random values from a source, which a real run makes a secure one. */
    public SecretsWriter(RandomGenerator random) {
        this.random = random;
    }

    /** The whole file: {@code global.secrets}, each value at {@code <component>/<secret>/<key>}. */
    public String write(Platform platform) {
        SecretValues values = new SecretValues(platform, random);
        StringBuilder text = new StringBuilder(header(platform));
        List<Component> components = platform.components().stream()
                .filter(component -> !component.secretInputs().isEmpty())
                .toList();
        if (components.isEmpty()) {
            return text.append("global: {}\n").toString();
        }
        text.append("global:\n  secrets:\n");
        components.forEach(component -> write(text, component, values));
        return text.toString();
    }

    private static String header(Platform platform) {
        String environment = platform.environment().name();
        return """
                # Secret values of environment %s. Private: keep this file out of version control.
                # Each one is needed at every install: helm upgrade --install ... -f <this file>
                """.formatted(environment);
    }

    private static void write(StringBuilder text, Component component, SecretValues values) {
        String secret = "";
        for (SecretInput input : component.secretInputs()) {
            if (!input.secret().equals(secret)) {
                secret = input.secret();
                text.append(input.sealed() ? howToSeal(component, input) : "");
            }
            text.append("    ").append(quoted(input.path())).append(": ");
            text.append(quoted(input.sealed() ? BLANK : values.of(input))).append('\n');
        }
    }

    private static String howToSeal(Component component, SecretInput input) {
        return "    # ciphertext of each: printf %s \"$VALUE\" | kubeseal --raw --namespace " + component.namespace()
                + " --name " + input.secret() + "\n";
    }

    /** A YAML scalar in double quotes, on one line whatever it holds. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> append(quoted, codePoint);
            }
        });
        return quoted.append('"').toString();
    }

    /** What YAML does not allow as it stands, or what ends a line, as a number. */
    private static void append(StringBuilder quoted, int codePoint) {
        boolean visible = switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
        if (visible) {
            quoted.appendCodePoint(codePoint);
        } else {
            quoted.append(String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint));
        }
    }
}
