package dev.chartwright.provenance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Keys whose signatures count. */
public final class Keyring {
    private final KeyringFile file;

    private Keyring(KeyringFile file) {
        this.file = file;
    }

    /** Reads public keys, binary or armored. */
    public static Keyring read(Path path) {
        return new Keyring(KeyringFile.read(path));
    }

    /**
     * Whose signature it is.
     *
     * @param expected what must have been signed
     * @param label how problems name the signature
     * @throws ProblemsException when it is no good signature of that text by one of the keys
     */
    public String verify(SignedText expected, byte[] provenance, String label) {
        ClearText signed = ClearText.parse(provenance)
                .orElseThrow(() -> problem(
                        label,
                        "is no text with a signature",
                        "a provenance file is one clear-signed text, with nothing before or behind it"));
        PGPPublicKey signer = signed.signatures().stream()
                .flatMap(signature -> signer(signature, signed.text()).stream())
                .findFirst()
                .orElseThrow(() -> refusal(signed, label));
        refuseOther(expected, signed.text(), label);
        return KeyringFile.words(signer);
    }

    /** Which of three things is wrong: whose key it is, the key, or the text. */
    private ProblemsException refusal(ClearText signed, String label) {
        List<PGPSignature> known = signed.signatures().stream()
                .filter(signature -> keys(signature).findAny().isPresent())
                .toList();
        if (known.isEmpty()) {
            return problem(
                    label,
                    "is made by "
                            + signed.signatures().stream().map(Keyring::id).collect(Collectors.joining(" and "))
                            + ", and " + file.path() + " does not hold that key",
                    "a signature counts when a key of the keyring made it");
        }
        String maker = id(known.get(0)) + " of " + file.path();
        return known.stream().noneMatch(signature -> keys(signature).anyMatch(key -> isUsable(key, signature)))
                ? problem(
                        label,
                        "is made by " + maker + ", which is not good for its time",
                        "a key that is revoked, had run out or was not made yet vouches for nothing, nor does any for"
                                + " the future")
                : problem(
                        label,
                        "does not fit its text, or is weak: it is made by " + maker,
                        "the text was changed after it was signed, or it was signed with a digest older than SHA-256");
    }

    private static String id(PGPSignature signature) {
        return String.format(Locale.ROOT, "the key `%016X`", signature.getKeyID());
    }

    private Stream<PGPPublicKey> keys(PGPSignature signature) {
        return file.publicKeys().stream().filter(key -> key.getKeyID() == signature.getKeyID());
    }

    private static void refuseOther(SignedText expected, String text, String label) {
        String wanted = expected.text();
        if (stripped(text).equals(stripped(wanted))) {
            return;
        }
        boolean digest =
                text.contains(expected.fileName() + ": " + expected.digest().value());
        throw problem(
                label,
                digest ? "is a signature of another Chart.yaml" : "is a signature of another package",
                digest
                        ? "the signed description is not the one in the package"
                        : "the signed digest is not " + expected.digest().value() + " of " + expected.fileName());
    }

    /** Blanks at the ends of lines are not signed. */
    private static String stripped(String text) {
        return text.replaceAll("[ \t]+(?=\n)", "").stripTrailing();
    }

    /** The key of a good signature. */
    private Optional<PGPPublicKey> signer(PGPSignature signature, String text) {
        return keys(signature)
                .filter(key -> isUsable(key, signature) && isGood(signature, key, text))
                .findFirst();
    }

    private static boolean isGood(PGPSignature signature, PGPPublicKey key, String text) {
        boolean strong = signature.getHashAlgorithm() == HashAlgorithmTags.SHA256
                || signature.getHashAlgorithm() == HashAlgorithmTags.SHA384
                || signature.getHashAlgorithm() == HashAlgorithmTags.SHA512;
        boolean kind = signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT
                || signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT;
        if (!strong || !kind) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(CanonicalText.of(text));
            return signature.verify();
        } catch (PGPException broken) {
            return false;
        }
    }

    /** Neither revoked, nor made after the signature, nor expired before it; a subkey must belong to its master. */
    private boolean isUsable(PGPPublicKey key, PGPSignature signature) {
        Instant signed = signature.getCreationTime().toInstant();
        Instant made = key.getCreationTime().toInstant();
        Duration valid = Duration.ofSeconds(key.getValidSeconds());
        boolean expired = !valid.isZero() && made.plus(valid).isBefore(signed);
        boolean future =
                signature.getCreationTime().after(Date.from(Instant.now().plus(Duration.ofDays(1))));
        return !key.hasRevocation()
                && !made.isAfter(signed)
                && !expired
                && !future
                && (key.isMasterKey() || isBound(key));
    }

    private boolean isBound(PGPPublicKey subkey) {
        return file.publicRings().stream().anyMatch(ring -> isBound(ring, subkey));
    }

    private static boolean isBound(PGPPublicKeyRing ring, PGPPublicKey subkey) {
        PGPPublicKey master = ring.getPublicKey();
        List<PGPSignature> bindings = new ArrayList<>();
        subkey.getSignaturesOfType(PGPSignature.SUBKEY_BINDING).forEachRemaining(bindings::add);
        return ring.getPublicKey(subkey.getKeyID()) == subkey
                && bindings.stream().anyMatch(binding -> isBinding(binding, master, subkey));
    }

    private static boolean isBinding(PGPSignature binding, PGPPublicKey master, PGPPublicKey subkey) {
        try {
            binding.init(new BcPGPContentVerifierBuilderProvider(), master);
            return binding.verifyCertification(master, subkey);
        } catch (PGPException broken) {
            return false;
        }
    }

    private static ProblemsException problem(String label, String what, String why) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "bad-signature",
                "the signature " + what,
                why,
                "do not install it; ask who published it, and fetch the key from them again")));
    }
}
