package dev.chartwright.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ProvenanceTest {
    private static final String PASSPHRASE = "open sesame";
    private static final TestKey KEY = TestKey.rsa("Release Team <release@shop.test>", PASSPHRASE);
    private static final TestKey OTHER = TestKey.rsa("Somebody <else@shop.test>", PASSPHRASE);
    private static final Instant TIME = Instant.parse("2024-06-01T00:00:00Z");
    private static final String CHART = "apiVersion: v2\ndescription: a shop\nname: shop\nversion: 1.0.0\n";
    private static final SignedText TEXT = new SignedText(CHART, "shop-1.0.0.tgz", Digest.of(new byte[] {1}));

    @TempDir
    private Path folder;

    private byte[] sign(SignedText text) throws IOException {
        Path secret = KEY.secret(folder.resolve("secret.gpg"));
        return SigningKey.open(secret, "release@shop.test", PASSPHRASE.toCharArray())
                .sign(text, TIME);
    }

    private String verify(SignedText text, byte[] provenance) throws IOException {
        return Keyring.read(KEY.publicKey(folder.resolve("public.gpg"))).verify(text, provenance, "shop.prov");
    }

    private Problem refused(SignedText text, byte[] provenance) {
        return catchThrowableOfType(ProblemsException.class, () -> verify(text, provenance))
                .problems()
                .get(0);
    }

    @Test
    void signsTheTextThatHelmSigns() throws IOException {
        assertThat(new String(sign(TEXT), StandardCharsets.UTF_8))
                .startsWith("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + CHART
                        + "\n...\nfiles:\n  shop-1.0.0.tgz: " + TEXT.digest().value()
                        + "\n-----BEGIN PGP SIGNATURE-----\n");
    }

    @Test
    void signsTheSameEachTime() throws IOException {
        assertThat(sign(TEXT)).isEqualTo(sign(TEXT));
    }

    @Test
    void knowsItsOwnSignature() throws IOException {
        assertThat(verify(TEXT, sign(TEXT))).contains("Release Team <release@shop.test>");
        assertThat(Keyring.read(KEY.armored(folder.resolve("armored.asc"))).verify(TEXT, sign(TEXT), "shop.prov"))
                .contains("Release Team");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a list\n-- dashes\n-----BEGIN PGP SIGNATURE-----\n",
                "blanks at the end  \t\nFrom here\n",
                "Grüße 안녕 😀\n",
                "\n\n\n"
            })
    void signsAnyText(String chart) throws IOException {
        SignedText text = new SignedText(chart, "shop-1.0.0.tgz", TEXT.digest());
        assertThat(verify(text, sign(text))).contains("Release Team");
    }

    @Test
    void refusesAnotherPackageAndAnotherDescription() throws IOException {
        byte[] signed = sign(TEXT);
        SignedText archive = new SignedText(CHART, "shop-1.0.0.tgz", Digest.of(new byte[] {2}));
        assertThat(refused(archive, signed).what()).isEqualTo("the signature is a signature of another package");
        SignedText chart = new SignedText(CHART.replace("a shop", "no shop"), "shop-1.0.0.tgz", TEXT.digest());
        assertThat(refused(chart, signed).what()).isEqualTo("the signature is a signature of another Chart.yaml");
        SignedText name = new SignedText(CHART, "shop-1.0.1.tgz", TEXT.digest());
        assertThat(refused(name, signed).code()).isEqualTo("bad-signature");
    }

    @Test
    void refusesAChangedText() throws IOException {
        String changed = new String(sign(TEXT), StandardCharsets.UTF_8).replace("a shop", "no shop");
        SignedText other = new SignedText(CHART.replace("a shop", "no shop"), "shop-1.0.0.tgz", TEXT.digest());
        assertThat(refused(other, changed.getBytes(StandardCharsets.UTF_8)).what())
                .startsWith("the signature does not fit its text, or is weak: it is made by the key `");
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws IOException {
        byte[] signed = SigningKey.open(OTHER.secret(folder.resolve("o.gpg")), "else", PASSPHRASE.toCharArray())
                .sign(TEXT, TIME);
        assertThat(refused(TEXT, signed).what())
                .matches("the signature is made by the key `[0-9A-F]{16}`, and .* does not hold that key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "behind", "cut", "empty", "twice"})
    void refusesWhatIsNotOneSignedText(String how) throws IOException {
        String signed = new String(sign(TEXT), StandardCharsets.UTF_8);
        String changed = switch (how) {
            case "before" -> "evil: true\n" + signed;
            case "behind" -> signed + "evil: true\n";
            case "cut" -> signed.substring(0, signed.length() / 2);
            case "twice" -> signed + signed;
            default -> "";
        };
        assertThat(refused(TEXT, changed.getBytes(StandardCharsets.UTF_8)).what())
                .contains("no text with a signature");
    }

    @Test
    void neverSignsBeforeTheKeyWasMade() throws IOException {
        Path secret = KEY.secret(folder.resolve("secret.gpg"));
        SigningKey key = SigningKey.open(secret, "release@shop.test", PASSPHRASE.toCharArray());
        assertThat(key.sign(TEXT, Instant.EPOCH)).isEqualTo(key.sign(TEXT, TestKey.MADE));
        assertThat(verify(TEXT, key.sign(TEXT, Instant.EPOCH))).contains("Release Team");
    }

    @Test
    void refusesASignatureOfTheFuture() throws IOException {
        Path secret = KEY.secret(folder.resolve("secret.gpg"));
        byte[] signed = SigningKey.open(secret, "release@shop.test", PASSPHRASE.toCharArray())
                .sign(TEXT, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(refused(TEXT, signed).what())
                .matches("the signature is made by the key `[0-9A-F]{16}` of .*, which is not good for its time");
    }

    private Problem notOpened(Path keyring, String user, String passphrase) {
        return catchThrowableOfType(
                        ProblemsException.class, () -> SigningKey.open(keyring, user, passphrase.toCharArray()))
                .problems()
                .get(0);
    }

    @Test
    void saysWhyAKeyIsNotOpened() throws IOException {
        Path secret = KEY.secret(folder.resolve("secret.gpg"));
        assertThat(notOpened(secret, "release", "hunter2").what())
                .isEqualTo("the keyring is not opened by that passphrase");
        assertThat(notOpened(secret, "nobody", PASSPHRASE).what())
                .startsWith("the keyring holds no secret key with that name: ")
                .contains("Release Team");
        assertThat(notOpened(KEY.publicKey(folder.resolve("p.gpg")), "release", PASSPHRASE)
                        .what())
                .startsWith("the keyring holds no secret key");
        Path two = folder.resolve("two.gpg");
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Files.readAllBytes(secret));
        both.write(Files.readAllBytes(OTHER.secret(folder.resolve("o.gpg"))));
        Files.write(two, both.toByteArray());
        assertThat(notOpened(two, "shop.test", PASSPHRASE).what()).contains("several keys", "Release Team", "Somebody");
    }

    @Test
    void refusesAKeyringThatHelmRefuses() throws IOException {
        Path edwards = TestKey.edwards("Ed <ed@shop.test>", PASSPHRASE).secret(folder.resolve("ed.gpg"));
        Problem problem = notOpened(edwards, "ed@shop.test", PASSPHRASE);
        assertThat(problem.what()).contains("Ed25519", "ed@shop.test");
        assertThat(problem.why()).contains("unsupported feature: public key type: 22");
    }

    @Test
    void refusesFilesThatAreNoKeyring() throws IOException {
        for (String content : List.of("", "no keys", "\u0000\u0000\u0000\u0020\u0001\u0001\u0000\u0000KBXf and more")) {
            Path file = Files.writeString(folder.resolve("strange"), content);
            assertThat(notOpened(file, "x", PASSPHRASE).code()).isEqualTo("keyring");
        }
        assertThat(notOpened(Files.writeString(folder.resolve("box"), "\0\0\0 \1\1\0\0KBXf and more"), "x", "")
                        .what())
                .contains("keybox");
        assertThat(notOpened(folder.resolve("nowhere"), "x", "").what()).contains("cannot be read");
    }
}
