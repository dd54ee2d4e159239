package dev.chartwright.provenance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Real keys that GnuPG made, ran out of and took back: what it doubts, we refuse. */
class KeyStatesIT {
    private static final SignedText TEXT =
            new SignedText("name: shop\nversion: 1.0.0\n", "shop-1.0.0.tgz", Digest.of(new byte[] {1}));

    @TempDir
    private static Path folder;

    private static Gnupg gnupg;

    @BeforeAll
    static void makeKeys() throws IOException {
        gnupg = new Gnupg(folder.resolve("gnupg"));
        key("good", "cert", "never", "never");
        key("primary-expired", "cert", "20240601T000000", "never");
        key("primary-revoked", "cert", "never", "never");
        key("subkey-expired", "cert", "never", "20240601T000000");
        key("subkey-revoked", "cert", "never", "never");
        at("20240101T000000", "--quick-generate-key", "plain", "rsa2048", "sign", "never");
        at("20240101T000000", "--quick-generate-key", "plain-expired", "rsa2048", "sign", "20240601T000000");
        at("20240101T000000", "--quick-generate-key", "plain-revoked", "rsa2048", "sign", "never");
        Files.writeString(folder.resolve("text"), TEXT.text());
        List.of("good", "primary-expired", "primary-revoked", "subkey-expired", "subkey-revoked")
                .forEach(KeyStatesIT::sign);
        List.of("plain", "plain-expired", "plain-revoked").forEach(KeyStatesIT::sign);
        gnupg.publicKeys(folder.resolve("before-revocation.gpg"), "=primary-revoked");
        gnupg.revoke("=primary-revoked");
        gnupg.revoke("=plain-revoked");
        revokeSubkey("=subkey-revoked");
    }

    private static void key(String user, String use, String end, String subkeyEnd) {
        at("20240101T000000", "--quick-generate-key", user, "rsa2048", use, end);
        at("20240101T000000", "--quick-add-key", gnupg.fingerprint("=" + user), "rsa2048", "sign", subkeyEnd);
    }

    private static void at(String time, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--faked-system-time";
        all[1] = time;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        gnupg.run(all);
    }

    private static void sign(String user) {
        at(
                "20240201T000000",
                "--local-user",
                "=" + user,
                "--output",
                signature(user).toString(),
                "--clearsign",
                folder.resolve("text").toString());
    }

    private static Path signature(String user) {
        return folder.resolve(user + ".prov");
    }

    /** There is no quick command for it. */
    private static void revokeSubkey(String user) throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "key 1\nrevkey\ny\n0\n\ny\nsave\n");
        gnupg.run("--command-file", words.toString(), "--edit-key", gnupg.fingerprint(user));
    }

    private static String verify(Path keyring, String user) throws IOException {
        return Keyring.read(keyring).verify(TEXT, Files.readAllBytes(signature(user)), "shop.prov");
    }

    private static Problem refused(Path keyring, String user) {
        return catchThrowableOfType(ProblemsException.class, () -> verify(keyring, user))
                .problems()
                .get(0);
    }

    private static Path publicKeys(String user) {
        return gnupg.publicKeys(folder.resolve(user + ".gpg"), "=" + user);
    }

    private static String opinion(String user) {
        return gnupg.run("--status-fd", "1", "--verify", signature(user).toString());
    }

    @ParameterizedTest
    @CsvSource({"good", "plain"})
    void takesWhatGnupgTakes(String user) throws IOException {
        assertThat(opinion(user)).contains("[GNUPG:] GOODSIG");
        assertThat(verify(publicKeys(user), user)).contains("(" + user + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "primary-expired, EXPKEYSIG, which belongs to a primary key that has expired on 2024-06-01",
        "primary-revoked, REVKEYSIG, which belongs to a primary key that is revoked",
        "subkey-expired, EXPKEYSIG, which has expired on 2024-06-01",
        "subkey-revoked, REVKEYSIG, which is revoked",
        "plain-expired, EXPKEYSIG, which has expired on 2024-06-01",
        "plain-revoked, REVKEYSIG, which is revoked",
    })
    void refusesWhatGnupgDoubts(String user, String opinion, String words) {
        assertThat(opinion(user)).contains("[GNUPG:] " + opinion).doesNotContain("GOODSIG");
        Problem problem = refused(publicKeys(user), user);
        assertThat(problem.code()).isEqualTo("bad-signature");
        assertThat(problem.what()).endsWith(words);
    }

    /** Two exports in one file: what the newer one takes back, the older one does not give again. */
    @Test
    void readsCopiesOfAKeyAsOne() throws IOException {
        Path both = folder.resolve("both.gpg");
        try (OutputStream out = Files.newOutputStream(both)) {
            Files.copy(folder.resolve("before-revocation.gpg"), out);
            Files.copy(publicKeys("primary-revoked"), out);
        }
        assertThat(verify(folder.resolve("before-revocation.gpg"), "primary-revoked"))
                .contains("primary-revoked");
        assertThat(refused(both, "primary-revoked").what()).endsWith("is revoked");
    }

    @ParameterizedTest
    @CsvSource({
        "plain-expired, has expired on 2024-06-01",
        "plain-revoked, is revoked",
        "good, may not sign",
        "primary-expired, has expired on 2024-06-01",
    })
    void signsWithNoSuchKey(String user, String words) {
        Path secret = gnupg.secretKeys(folder.resolve(user + "-secret.gpg"), "=" + user);
        Problem problem = catchThrowableOfType(
                        ProblemsException.class, () -> SigningKey.open(secret, user, new char[0]))
                .problems()
                .get(0);
        assertThat(problem.code()).isEqualTo("keyring");
        assertThat(problem.what()).contains("(" + user + "), which " + words);
    }

    @Test
    void signsWithAGoodKey() throws IOException {
        Path secret = gnupg.secretKeys(folder.resolve("plain-secret.gpg"), "=plain");
        byte[] signed = SigningKey.open(secret, "plain", new char[0]).sign(TEXT, Instant.EPOCH);
        assertThat(Keyring.read(publicKeys("plain")).verify(TEXT, signed, "shop.prov"))
                .contains("plain");
    }
}
