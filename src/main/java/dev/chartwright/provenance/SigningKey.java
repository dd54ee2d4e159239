package dev.chartwright.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.problem.BugException;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** An RSA key that signs; RSA makes the same signature of the same text each time. */
public final class SigningKey {
    private final PGPPublicKey publicKey;
    private final PGPPrivateKey privateKey;

    private SigningKey(PGPPublicKey publicKey, PGPPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /**
     * Finds and opens a key.
     *
     * @param keyring exported secret keys, binary or armored
     * @param user part of a user id, as Helm looks for keys; one key must have it
     * @param passphrase what opens it; empty for a key without one
     */
    public static SigningKey open(Path keyring, String user, char[] passphrase) {
        KeyringFile file = KeyringFile.read(keyring);
        PGPSecretKey key = find(file, user);
        if (!isRsa(key.getPublicKey())) {
            throw KeyringFile.problem(
                    keyring,
                    "has no RSA key for that name, but " + KeyringFile.words(key.getPublicKey()),
                    "Helm 3 verifies RSA signatures; others are not the same each time, or it does not know them",
                    "make an RSA key and name it with `--key`");
        }
        if (key.isPrivateKeyEmpty()) {
            throw KeyringFile.problem(
                    keyring,
                    "holds " + KeyringFile.words(key.getPublicKey()) + " without its secret part",
                    "the secret part is on a card or in another keyring",
                    "export the whole key: `gpg --export-secret-keys > secring.gpg`");
        }
        refuseUnusable(file, key.getPublicKey());
        return new SigningKey(key.getPublicKey(), unlocked(keyring, key, passphrase));
    }

    /** What nobody would take for good is not made; the time that a signature tells is no excuse. */
    private static void refuseUnusable(KeyringFile file, PGPPublicKey key) {
        file.certificates().stream()
                .filter(certificate -> certificate.key(key.getKeyID()).isPresent())
                .flatMap(certificate -> certificate.fault(key, Instant.now()).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw KeyringFile.problem(
                            file.path(),
                            "holds " + KeyringFile.words(key) + ", which " + fault.words(),
                            "Helm signs with the primary key of a pair, not with a subkey; a signature counts when its key may"
                                    + " sign, and is neither revoked nor expired today",
                            fault.fix());
                });
    }

    private static PGPSecretKey find(KeyringFile file, String user) {
        List<PGPSecretKey> keys =
                file.secretRings().stream().map(ring -> ring.getSecretKey()).toList();
        List<PGPSecretKey> named = keys.stream()
                .filter(key -> KeyringFile.users(key.getPublicKey()).stream().anyMatch(id -> id.contains(user)))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        if (keys.isEmpty()) {
            throw KeyringFile.problem(
                    file.path(),
                    "holds no secret key",
                    "a signature is made with a secret key; what others verify with is of no use here",
                    "export the key with its secret part: `gpg --export-secret-keys <key id> > secring.gpg`");
        }
        String known = (named.isEmpty() ? keys : named)
                .stream().map(key -> KeyringFile.words(key.getPublicKey())).collect(Collectors.joining("; "));
        throw KeyringFile.problem(
                file.path(),
                (named.isEmpty() ? "holds no secret key with that name" : "holds several keys with that name")
                        + (known.isEmpty() ? "" : ": " + known),
                "`--key` is a part of one key's user id",
                "write more of it, or export the one key alone: `gpg --export-secret-keys <key id> > secring.gpg`");
    }

    private static boolean isRsa(PGPPublicKey key) {
        return key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL;
    }

    private static PGPPrivateKey unlocked(Path keyring, PGPSecretKey key, char[] passphrase) {
        try {
            return key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
        } catch (PGPException closed) {
            throw KeyringFile.problem(
                    keyring,
                    KeyringFile.isWrongPassphrase(closed)
                            ? "is not opened by that passphrase"
                            : "holds a key that cannot be opened",
                    "the secret part of a key is encrypted with its passphrase",
                    "give the passphrase's file with `--passphrase-file`, or `-` to read it from standard input");
        }
    }

    /**
     * The signature file of a package.
     *
     * @param time when it is said to be signed; a moment before the key was made becomes that one
     */
    public byte[] sign(SignedText text, Instant time) {
        Instant made = publicKey.getCreationTime().toInstant();
        try {
            return sign(text.text(), Date.from(time.isBefore(made) ? made : time));
        } catch (IOException | PGPException broken) {
            throw new BugException("a signature could not be written", broken);
        }
    }

    private byte[] sign(String text, Date time) throws IOException, PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA512), publicKey);
        generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, privateKey);
        PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
        packets.setSignatureCreationTime(false, time);
        packets.setIssuerFingerprint(false, publicKey);
        packets.setIssuerKeyID(false, publicKey.getKeyID());
        generator.setHashedSubpackets(packets.generate());
        generator.update(CanonicalText.of(text));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArmoredOutputStream armor =
                ArmoredOutputStream.builder().setVersion(null).build(out)) {
            armor.beginClearText(HashAlgorithmTags.SHA512);
            armor.write(text.getBytes(StandardCharsets.UTF_8));
            armor.endClearText();
            generator.generate().encode(new BCPGOutputStream(armor));
        }
        return out.toByteArray();
    }
}
