package dev.chartwright.provenance;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * A key that a signature of a text names as its own.
 *
 * @param signature what names it
 * @param certificate what the key is part of
 * @param key the key with that id
 */
record Maker(PGPSignature signature, Certificate certificate, PGPPublicKey key) {
    private static final Set<Integer> STRONG =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);
    private static final Set<Integer> OF_TEXTS =
            Set.of(PGPSignature.CANONICAL_TEXT_DOCUMENT, PGPSignature.BINARY_DOCUMENT);

    /** Why nothing that this key makes counts now. */
    Optional<KeyFault> fault(Instant now) {
        return certificate
                .fault(key, now)
                .or(() -> new Statements(key, now).isInTime(signature) ? Optional.empty() : Optional.of(KeyFault.TIME));
    }

    /** Whether the signature is one of the text. */
    boolean made(String text, Instant now) {
        byte[] canonical = CanonicalText.of(text);
        return STRONG.contains(signature.getHashAlgorithm())
                && OF_TEXTS.contains(signature.getSignatureType())
                && new Statements(key, now).isGood(signature, statement -> {
                    statement.update(canonical);
                    return statement.verify();
                });
    }
}
