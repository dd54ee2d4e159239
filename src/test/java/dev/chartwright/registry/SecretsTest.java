package dev.chartwright.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry that sends back what it was sent, in all the ways that one could think of. */
class SecretsTest {
    private static final String PASSWORD = "p&ss<w>\"r'd/+é?~ \\9{x}=%41";

    private static Secrets secrets(String password) {
        Secrets secrets = new Secrets();
        secrets.add(password);
        secrets.add(base64("bob:" + password));
        return secrets;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text, String form) {
        return text.chars()
                .mapToObj(letter -> String.format(Locale.ROOT, form, letter))
                .collect(Collectors.joining());
    }

    static Stream<String> echoes() {
        byte[] bytes = PASSWORD.getBytes(StandardCharsets.UTF_8);
        String html = PASSWORD.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        String percent = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        return Stream.of(
                PASSWORD,
                PASSWORD.substring(0, PASSWORD.length() - 1),
                PASSWORD.substring(1),
                PASSWORD.toUpperCase(Locale.ROOT),
                base64("bob:" + PASSWORD).replaceFirst("=+$", ""),
                base64("bob:" + PASSWORD).toLowerCase(Locale.ROOT),
                base64(PASSWORD),
                base64("x" + PASSWORD),
                base64("xy" + PASSWORD + "z"),
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("bob:" + PASSWORD).getBytes(StandardCharsets.UTF_8)),
                Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes),
                base64(PASSWORD).replace("=", "%3D").replace("+", "%2B").replace("/", "%2F"),
                HexFormat.of().formatHex(bytes),
                html,
                html.replace("'", "&#39;"),
                html.replace("&", "&amp;"),
                escaped(PASSWORD, "&#%d;"),
                escaped(PASSWORD, "&#x%x;"),
                escaped(PASSWORD, "\\u%04x"),
                percent,
                percent.replace("+", "%20").toLowerCase(Locale.ROOT),
                URLEncoder.encode(percent, StandardCharsets.UTF_8),
                PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void hidesEveryForm(String echo) {
        String hidden = secrets(PASSWORD).hide("you sent " + echo + " to us");
        assertThat(hidden).startsWith("you sent ***").endsWith(" to us");
        assertThat(hidden.replace("***", "").length()).isLessThan("you sent  to us".length() + 6);
    }

    /** The word around a piece goes with it: what is left of it would be the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter", "unter2", "HUNTER2", "xhunter2x", "bob:hunter2@host", "h u n t e r 2"})
    void hidesShortOnesCut(String echo) {
        assertThat(secrets("hunter2").hide("no: " + echo))
                .contains("***")
                .doesNotContainIgnoringCase("hunte")
                .doesNotContainIgnoringCase("unter");
    }

    @Test
    void leavesOtherWordsAlone() {
        String words =
                "DENIED requested access to the resource is denied; see https://registry.example/help?id=7&x=%20";
        assertThat(secrets("hunter2").hide(words)).isEqualTo(words);
        assertThat(secrets("T0k3n" + "abcdefgh".repeat(100)).hide(words)).isEqualTo(words);
        assertThat(new Secrets().hide(words)).isEqualTo(words);
    }

    @Test
    @Timeout(600)
    void looksAtALongTextOnce() {
        Secrets secrets = secrets("s3cr3t-".repeat(9_000));
        String text = "%".repeat(20_000) + "&#".repeat(20_000) + "\\".repeat(20_000) + "s3cr3t-".repeat(20_000);
        assertThat(secrets.hide(text)).endsWith("***");
    }
}
