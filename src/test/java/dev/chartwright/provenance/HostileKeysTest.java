package dev.chartwright.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Random;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Keyrings and signatures that somebody made to be believed, or to break their reader. */
@Timeout(600)
class HostileKeysTest {
    private static final TestKey KEY = TestKey.rsa("Release Team <release@shop.test>", "open sesame");
    private static final SignedText TEXT =
            new SignedText("name: shop\nversion: 1.0.0\n", "shop-1.0.0.tgz", Digest.of(new byte[] {1}));

    @TempDir
    private Path folder;

    private Problem refused(byte[] keyring, String provenance) {
        return catchThrowableOfType(
                        ProblemsException.class,
                        () -> Keyring.read(Files.write(folder.resolve("keyring"), keyring))
                                .verify(TEXT, provenance.getBytes(StandardCharsets.UTF_8), "shop.prov"))
                .problems()
                .get(0);
    }

    private byte[] publicKey() throws IOException {
        return Files.readAllBytes(KEY.publicKey(folder.resolve("public.gpg")));
    }

    private String signed() throws IOException {
        return new String(
                SigningKey.open(KEY.secret(folder.resolve("secret.gpg")), "release", "open sesame".toCharArray())
                        .sign(TEXT, TestKey.MADE),
                StandardCharsets.UTF_8);
    }

    /** Where every blank may begin what ends at the line, each is looked at as often as there are blanks behind it. */
    @Test
    void readsAMillionBlanksOnce() throws IOException {
        String blanks = "x" + " ".repeat(1_000_000) + "y\n";
        assertThat(refused(publicKey(), signed().replace("name: shop\n", blanks))
                        .what())
                .startsWith("the signature does not fit its text");
        assertThat(refused(publicKey(), signed() + " ".repeat(1_000_000) + "x").what())
                .isEqualTo("the signature is no text with a signature");
    }

    @Test
    void readsAnyNumberOfHeaderLines() throws IOException {
        assertThat(refused(publicKey(), signed().replace("Hash: SHA512\n", "A: b\n".repeat(5_000)))
                        .what())
                .isEqualTo("the signature is no text with a signature");
        String many = signed().replace("Hash: SHA512\n", "Hash: SHA512\n".repeat(5_000))
                .replace("shop", "shelf");
        assertThat(refused(publicKey(), many).what()).startsWith("the signature does not fit its text");
    }

    /** Each signature costs a look at the whole text. */
    @Test
    void refusesMoreSignaturesThanAnybodyMakes() throws IOException {
        ByteArrayOutputStream signatures = new ByteArrayOutputStream();
        ClearText one =
                ClearText.parse(signed().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        for (int number = 0; number < 40; number++) {
            one.signatures().get(0).encode(signatures);
        }
        assertThat(refused(publicKey(), clearText(signatures.toByteArray())).what())
                .isEqualTo("the signature is no text with a signature");
    }

    private static String clearText(byte[] signatures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor = ArmoredOutputStream.builder().build(out)) {
            armor.beginClearText(HashAlgorithmTags.SHA512);
            armor.write(TEXT.text().getBytes(StandardCharsets.UTF_8));
            armor.endClearText();
            armor.write(signatures);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Cut or changed anywhere, it is a problem of the keyring or of the signature, or still one that is good. */
    @Test
    void neverBreaksAtABrokenKeyring() throws IOException {
        byte[] secret = Files.readAllBytes(KEY.secret(folder.resolve("whole.gpg")));
        byte[] provenance = signed().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        for (int run = 0; run < 400; run++) {
            Path broken = Files.write(folder.resolve("broken.gpg"), broken(secret, random));
            Throwable opened = catchThrowable(() -> SigningKey.open(broken, "release", new char[0]));
            Throwable read = catchThrowable(() -> Keyring.read(broken).verify(TEXT, provenance, "shop.prov"));
            assertThat(opened).as("run " + run).isInstanceOf(ProblemsException.class);
            assertThat(read == null || read instanceof ProblemsException)
                    .as("run " + run + ": " + read)
                    .isTrue();
        }
    }

    private static byte[] broken(byte[] whole, Random random) {
        byte[] broken = whole.clone();
        int last = random.nextBoolean() ? 20 : broken.length;
        for (int change = random.nextInt(3); change >= 0; change--) {
            broken[random.nextInt(last)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
    }

    /** A version that the library does not know ends in an exception of its own. */
    @Test
    void saysWhatIsNoKey() throws IOException {
        byte[] other = publicKey();
        other[3] = 9;
        assertThat(refused(other, signed()).code()).isEqualTo("keyring");
        assertThat(refused("x".repeat(100_000).getBytes(StandardCharsets.UTF_8), signed())
                        .code())
                .isEqualTo("keyring");
        assertThat(refused(new byte[17 * 1024 * 1024], signed()).what()).isEqualTo("the keyring has more than 16 MiB");
    }

    /** Asking for its size would say nothing. */
    @Test
    void readsNoEndlessFile() {
        assertThat(catchThrowableOfType(ProblemsException.class, () -> Keyring.read(Path.of("/dev/zero")))
                        .problems()
                        .get(0)
                        .what())
                .isEqualTo("the keyring has more than 16 MiB");
    }

    /** An exponent as long as the modulus would be worked through at each signature; Helm reads none. */
    @Test
    void looksAtNoKeyOfStrangeSize() throws IOException, PGPException {
        RSAPublicBCPGKey key =
                (RSAPublicBCPGKey) pair().getPublicKey().getPublicKeyPacket().getKey();
        PGPPublicKey huge = new PGPPublicKey(
                new PublicKeyPacket(
                        PublicKeyPacket.VERSION_4,
                        PublicKeyAlgorithmTags.RSA_GENERAL,
                        Date.from(TestKey.MADE),
                        new RSAPublicBCPGKey(key.getModulus(), key.getModulus().subtract(BigInteger.TWO))),
                new BcKeyFingerprintCalculator());
        String signed = signedBy(pair(), huge.getKeyID());
        assertThat(refused(huge.getEncoded(), signed).what()).endsWith("nobody uses for signing");
    }

    /** Anybody can write a binding for somebody else's key; only that key itself can answer it. */
    @Test
    void takesNoSubkeyThatDoesNotAnswer() throws IOException, PGPException {
        PGPKeyPair subkey = pair();
        byte[] ring = ring(pair(), subkey, false);
        assertThat(refused(ring, signedBy(subkey, subkey.getKeyID())).what())
                .endsWith("which has never signed that it belongs to its primary key");
    }

    @Test
    void takesASubkeyThatAnswers() throws IOException, PGPException {
        PGPKeyPair subkey = pair();
        byte[] ring = ring(pair(), subkey, true);
        assertThat(Keyring.read(Files.write(folder.resolve("keyring"), ring))
                        .verify(
                                TEXT,
                                signedBy(subkey, subkey.getKeyID()).getBytes(StandardCharsets.UTF_8),
                                "shop.prov"))
                .contains("(Thief)");
    }

    private static PGPKeyPair pair() throws PGPException {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 64));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.RSA_GENERAL,
                generator.generateKeyPair(),
                Date.from(TestKey.MADE));
    }

    private static byte[] ring(PGPKeyPair primary, PGPKeyPair subkey, boolean answers)
            throws PGPException, IOException {
        PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                "Thief",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                signer(),
                null);
        PGPSignatureSubpacketGenerator flags = new PGPSignatureSubpacketGenerator();
        flags.setKeyFlags(true, KeyFlags.SIGN_DATA);
        if (answers) {
            generator.addSubKey(subkey, flags.generate(), null, signer());
        } else {
            generator.addSubKey(subkey, flags.generate(), null);
        }
        return generator.generatePublicKeyRing().getEncoded();
    }

    private static BcPGPContentSignerBuilder signer() {
        return new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA512);
    }

    private static String signedBy(PGPKeyPair key, long id) throws PGPException, IOException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(signer(), key.getPublicKey());
        generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, key.getPrivateKey());
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setSignatureCreationTime(false, Date.from(Instant.now()));
        packets.setIssuerKeyID(false, id);
        generator.setHashedSubpackets(packets.generate());
        generator.update(CanonicalText.of(TEXT.text()));
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        generator.generate().encode(signature);
        return clearText(signature.toByteArray());
    }
}
