package dev.chartwright.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * A file of OpenPGP keys, binary or armored.
 *
 * @param path for messages
 * @param publicRings public keys with their subkeys
 * @param secretRings secret keys with their subkeys
 */
record KeyringFile(Path path, List<PGPPublicKeyRing> publicRings, List<PGPSecretKeyRing> secretRings) {
    private static final long LONGEST = 16L * 1024 * 1024;
    private static final byte[] KEYBOX = "KBXf".getBytes(StandardCharsets.US_ASCII);
    private static final int KEYBOX_AT = 8;

    static KeyringFile read(Path path) {
        byte[] content = content(path);
        if (content.length > KEYBOX_AT + KEYBOX.length
                && Arrays.equals(content, KEYBOX_AT, KEYBOX_AT + KEYBOX.length, KEYBOX, 0, KEYBOX.length)) {
            throw problem(
                    path,
                    "is a keybox, the format of newer GnuPG for itself",
                    "Helm reads exported keys only",
                    "export them: `gpg --export > pubring.gpg`, or `gpg --export-secret-keys > secring.gpg` to sign");
        }
        KeyringFile file = new KeyringFile(path, new ArrayList<>(), new ArrayList<>());
        file.add(content);
        file.refuseWhatHelmRefuses();
        return file;
    }

    private static byte[] content(Path path) {
        try {
            if (Files.size(path) > LONGEST) {
                throw problem(path, "has more than 16 MiB", "no ring of keys is that large", "name a keyring");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw problem(path, "cannot be read", "keys are read from there", "name a file that you may read");
        }
    }

    private void add(byte[] content) {
        try (InputStream stream = PGPUtil.getDecoderStream(new ByteArrayInputStream(content))) {
            PGPObjectFactory objects = new BcPGPObjectFactory(stream);
            for (Object object : objects) {
                if (object instanceof PGPPublicKeyRing ring) {
                    publicRings.add(ring);
                } else if (object instanceof PGPSecretKeyRing ring) {
                    secretRings.add(ring);
                }
            }
        } catch (IOException | PGPRuntimeOperationException broken) {
            throw notKeys();
        }
        if (publicRings.isEmpty() && secretRings.isEmpty()) {
            throw notKeys();
        }
    }

    private ProblemsException notKeys() {
        return problem(
                path,
                "holds no OpenPGP keys",
                "a keyring holds exported keys, binary or armored",
                "export them: `gpg --export > pubring.gpg`, or `gpg --export-secret-keys > secring.gpg` to sign");
    }

    /** Every public key, those of secret keys too. */
    List<PGPPublicKey> publicKeys() {
        List<PGPPublicKey> keys = new ArrayList<>();
        publicRings.forEach(ring -> ring.forEach(keys::add));
        secretRings.forEach(ring -> ring.getPublicKeys().forEachRemaining(keys::add));
        return keys;
    }

    private void refuseWhatHelmRefuses() {
        publicKeys().stream()
                .filter(key -> isEdwards(key.getAlgorithm()))
                .findFirst()
                .ifPresent(key -> {
                    throw problem(
                            path,
                            "holds an Ed25519 or X25519 key, " + words(key),
                            "Helm 3 refuses a whole keyring for one such key: `unsupported feature: public key type: "
                                    + key.getAlgorithm() + "`",
                            "export RSA keys alone: `gpg --export <RSA key id> > pubring.gpg`");
                });
    }

    private static boolean isEdwards(int algorithm) {
        return algorithm == PublicKeyAlgorithmTags.EDDSA_LEGACY
                || algorithm == PublicKeyAlgorithmTags.ECDH
                || algorithm >= PublicKeyAlgorithmTags.X25519;
    }

    /** A key for people. */
    static String words(PGPPublicKey key) {
        String users = String.join(", ", users(key));
        return Long.toHexString(key.getKeyID()) + (users.isEmpty() ? "" : " (" + users + ")");
    }

    static List<String> users(PGPPublicKey key) {
        Iterable<String> users = key::getUserIDs;
        return StreamSupport.stream(users.spliterator(), false).toList();
    }

    static ProblemsException problem(Path path, String what, String why, String fix) {
        return new ProblemsException(
                List.of(new Problem(Location.ofFile(path.toString()), "keyring", "the keyring " + what, why, fix)));
    }

    /** What BouncyCastle throws is for programmers. */
    static boolean isWrongPassphrase(PGPException failure) {
        return String.valueOf(failure.getMessage()).contains("checksum mismatch");
    }
}
