package dev.chartwright.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
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
    private static final int LONGEST = 16 * 1024 * 1024;
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

    /** Whatever it is: a device or a pipe has no size to ask for. */
    private static byte[] content(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] content = stream.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw problem(path, "has more than 16 MiB", "no ring of keys is that large", "name a keyring");
            }
            return content;
        } catch (IOException unreadable) {
            throw problem(path, "cannot be read", "keys are read from there", "name a file that you may read");
        }
    }

    /** The library ends in exceptions of many types where packets are cut or strange. */
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
        } catch (IOException | RuntimeException broken) {
            throw notKeys("holds something that is no OpenPGP key, or is cut");
        }
        if (publicRings.isEmpty() && secretRings.isEmpty()) {
            throw notKeys("holds no OpenPGP keys");
        }
    }

    private ProblemsException notKeys(String what) {
        return problem(
                path,
                what,
                "a keyring holds exported keys, binary or armored",
                "export them: `gpg --export > pubring.gpg`, or `gpg --export-secret-keys > secring.gpg` to sign");
    }

    /** Every certificate, those of secret keys too. */
    List<Certificate> certificates() {
        List<List<PGPPublicKey>> rings = new ArrayList<>();
        publicRings.forEach(ring -> rings.add(keys(ring.getPublicKeys())));
        secretRings.forEach(ring -> rings.add(keys(ring.getPublicKeys())));
        return Certificate.all(rings);
    }

    private static List<PGPPublicKey> keys(Iterator<PGPPublicKey> ring) {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.forEachRemaining(keys::add);
        return keys;
    }

    private Stream<PGPPublicKey> publicKeys() {
        return Stream.concat(
                publicRings.stream().flatMap(ring -> keys(ring.getPublicKeys()).stream()),
                secretRings.stream().flatMap(ring -> keys(ring.getPublicKeys()).stream()));
    }

    private void refuseWhatHelmRefuses() {
        publicKeys().filter(key -> isEdwards(key.getAlgorithm())).findFirst().ifPresent(key -> {
            throw problem(
                    path,
                    "holds an Ed25519 or X25519 key, " + words(key),
                    "Helm 3 refuses a whole keyring for one such key: `unsupported feature: public key type: "
                            + key.getAlgorithm() + "`",
                    secretRings.isEmpty()
                            ? "export RSA keys alone: `gpg --export <RSA key id> > pubring.gpg`"
                            : "export an RSA key alone: `gpg --export-secret-keys <RSA key id> > secring.gpg`");
        });
    }

    private static boolean isEdwards(int algorithm) {
        return algorithm == PublicKeyAlgorithmTags.EDDSA_LEGACY
                || algorithm == PublicKeyAlgorithmTags.ECDH
                || algorithm >= PublicKeyAlgorithmTags.X25519;
    }

    /** A key for people, with the users that it names. */
    static String words(PGPPublicKey key) {
        return words(key, users(key));
    }

    static String words(PGPPublicKey key, List<String> users) {
        String names = Quote.printable(String.join(", ", users));
        return HexFormat.of().toHexDigits(key.getKeyID()) + (names.isEmpty() ? "" : " (" + names + ")");
    }

    static List<String> users(PGPPublicKey key) {
        Iterable<byte[]> users = key::getRawUserIDs;
        return StreamSupport.stream(users.spliterator(), false)
                .map(KeyringFile::text)
                .toList();
    }

    /** What is no UTF-8 becomes readable, and no exception. */
    static String text(byte[] user) {
        return new String(user, StandardCharsets.UTF_8);
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
