package dev.chartwright.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key made for a test. */
public final class TestKey {
    /** When every key was made. */
    public static final Instant MADE = Instant.parse("2024-01-01T00:00:00Z");

    private final PGPSecretKeyRing ring;

    private TestKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    /** An RSA key that a passphrase opens. */
    public static TestKey rsa(String user, String passphrase) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 64));
        return of(user, passphrase, PublicKeyAlgorithmTags.RSA_GENERAL, generator.generateKeyPair());
    }

    /** A key that Helm 3 does not know. */
    public static TestKey edwards(String user, String passphrase) {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return of(user, passphrase, PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair());
    }

    private static TestKey of(String user, String passphrase, int algorithm, AsymmetricCipherKeyPair pair) {
        try {
            PGPKeyPair key = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, algorithm, pair, Date.from(MADE));
            PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                    PGPSignature.POSITIVE_CERTIFICATION,
                    key,
                    user,
                    new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                    null,
                    null,
                    new BcPGPContentSignerBuilder(algorithm, HashAlgorithmTags.SHA512),
                    new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .build(passphrase.toCharArray()));
            return new TestKey(generator.generateSecretKeyRing());
        } catch (PGPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Path secret(Path file) throws IOException {
        return Files.write(file, ring.getEncoded());
    }

    public Path publicKey(Path file) throws IOException {
        return Files.write(file, publicBytes());
    }

    public Path armored(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream armor = ArmoredOutputStream.builder().build(out)) {
            armor.write(publicBytes());
        }
        return Files.write(file, out.toByteArray());
    }

    private byte[] publicBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ring.getPublicKeys().forEachRemaining(key -> {
            try {
                key.encode(out);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        return out.toByteArray();
    }
}
