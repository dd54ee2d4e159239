package dev.chartwright.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.oci.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry that sends back what it was sent, in all the ways that one could think of, and in others. */
class SecretsTest {
    private static final long SEED = 20_261_129;
    private static final int LONGEST = 900;
    private static final String SIGNS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&<>\"'/+?~ \\{}=%-_.!é";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static Secrets secrets(String password) {
        Secrets secrets = new Secrets();
        secrets.add(password);
        secrets.add(base64("bob:" + password));
        return secrets;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    /** Each byte in a form of its own, with something between. */
    private static UnaryOperator<String> each(String form, String between) {
        return text -> IntStream.range(0, bytes(text).length)
                .mapToObj(at -> String.format(Locale.ROOT, form, bytes(text)[at] & 0xFF))
                .collect(Collectors.joining(between));
    }

    private static UnaryOperator<String> between(String sign) {
        return text -> text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(sign));
    }

    private static UnaryOperator<String> mapped(UnaryOperator<Integer> letter) {
        return text -> text.chars()
                .mapToObj(sign -> Character.toString(letter.apply(sign)))
                .collect(Collectors.joining());
    }

    private static String base32(String text) {
        StringBuilder encoded = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes(text)) {
            held = held << Byte.SIZE | next & 0xFF;
            for (bits += Byte.SIZE; bits >= 5; bits -= 5) {
                encoded.append(BASE32.charAt(held >> bits - 5 & 31));
            }
        }
        return encoded.append(bits == 0 ? "" : BASE32.charAt(held << 5 - bits & 31))
                .toString();
    }

    /** Named ones first, then what nobody would put on a list. */
    private static final List<UnaryOperator<String>> FORMS = List.of(
            SecretsTest::base64,
            text -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text)),
            text -> Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes(text)),
            SecretsTest::base32,
            text -> HexFormat.of().formatHex(bytes(text)),
            text -> HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes(text)),
            text -> HexFormat.ofDelimiter(" ").formatHex(bytes(text)),
            text -> Arrays.toString(bytes(text)),
            text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
            each("%%%02x", ""),
            each("=%02X", ""),
            each("\\%03o", ""),
            each("\\x%02x", ""),
            each("\\u%04x", ""),
            each("&#%d;", ""),
            each("&#x%x;", ""),
            each("%o", "/"),
            between("\u200b"),
            between("\u00ad"),
            between(" "),
            between("."),
            between("\n"),
            text -> new StringBuilder(text).reverse().toString(),
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.substring(0, text.length() - 1),
            text -> "x" + text + "y",
            text -> "bob:" + text + "@host",
            mapped(letter -> letter ^ 1),
            mapped(letter -> letter + 0x2800),
            mapped(letter -> letter < 0x7F && letter > ' ' ? letter + 0xFEE0 : letter));

    private static String password(Random random, int length) {
        return random.ints(length, 0, SIGNS.length())
                .mapToObj(at -> SIGNS.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    /** What is shown of an echo is what is shown of the echo of another password: it tells nothing of either. */
    @Test
    void doesNotDependOnWhatItHides() {
        Random random = new Random(SEED);
        for (int run = 0; run < 3000; run++) {
            List<UnaryOperator<String>> forms = new ArrayList<>();
            for (int depth = random.nextInt(4); depth >= 0; depth--) {
                forms.add(FORMS.get(random.nextInt(FORMS.size())));
            }
            int length = 8 + random.nextInt(24);
            List<String> shown = Stream.generate(() -> password(random, length))
                    .limit(2)
                    .map(password -> shown(password, forms))
                    .distinct()
                    .toList();
            assertThat(shown)
                    .as("run %d", run)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("token sent…")
                    .contains("…");
        }
    }

    private static String shown(String password, List<UnaryOperator<String>> forms) {
        String echo = password;
        for (UnaryOperator<String> form : forms) {
            echo = form.apply(echo);
        }
        String start = echo.substring(0, Math.min(echo.length(), LONGEST));
        return secrets(password).hide("token sent: " + start + " denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter", "unter2", "HUNTER2", "xhunter2x", "bob:hunter2@host", "h u n t e r 2"})
    void hidesShortOnesCut(String echo) {
        assertThat(secrets("hunter2").hide("denied: " + echo)).matches("denied…(host)?");
    }

    /** A login may be made of words that registries use, or of the user's own names. */
    @ParameterizedTest
    @CsvSource({
        "permissiondenied, permission denied for this",
        "Permission denied, permission: DENIED for this",
        "denied-by-the-registry, it was denied by the registry",
        "bookshop, no bookshop here",
        "bookshop1, no bookshop1 here",
    })
    void hidesWordsThatAreOne(String password, String echo) {
        Secrets secrets = secrets(password);
        secrets.know(Reference.parse("registry.test/bookshop1/bookshop:1.0.0"));
        for (String word : password.split("[ -]")) {
            assertThat(secrets.hide(echo)).doesNotContainIgnoringCase(word);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DENIED requested access to the resource is denied; DENIED requested access to the resource is denied",
                "tag 1.0.0 of acme/shop is immutable; tag 1.0.0 of acme/shop is immutable",
                "denied: permission_denied: write_package; denied: permission_denied: write_package",
                "see https://registry.test/help?id=7&x=%20; see https://registry.test/help…",
                "Quota exceeded: 40.0 KiB of storage; Quota exceeded… storage",
                "the robot robot$ci may not push here; … push here",
                "is not a valid manifest; is not a valid manifest",
            })
    void showsWordsOfRegistriesAndOfTheUser(String said, String shown) {
        Secrets secrets = secrets("hunter2");
        secrets.know(Reference.parse("registry.test/acme/shop:1.0.0"));
        assertThat(secrets.hide(said)).isEqualTo(shown);
    }

    @Test
    void showsAllWhereNothingWasSent() {
        String words = "see https://registry.example/help?id=7&x=%20 \u00e9";
        assertThat(new Secrets().hide(words)).isEqualTo(words);
    }

    @Test
    void showsWhatIsOursAsWell() {
        Secrets secrets = secrets("hunter2");
        assertThat(secrets.hide("image: acme/rabbit:4.1.0 hunter2", "image: acme/rabbit:4.1.1"))
                .isEqualTo("image: acme/rabbit…");
    }

    @Test
    @Timeout(60)
    void looksAtALongTextOnce() {
        Secrets secrets = secrets("s3cr3t-".repeat(9_000));
        String text = "a-".repeat(500_000) + "%".repeat(20_000) + "s3cr3t-".repeat(20_000);
        assertThat(secrets.hide(text)).isEqualTo("…");
        assertThat(secrets.hide("denied " + text, text)).startsWith("denied ");
    }
}
