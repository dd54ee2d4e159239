package dev.chartwright.provenance;

import java.util.Set;

import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.openpgp.PGPPublicKey;

/** Which keys are looked at: a number with 65,535 bits costs minutes, and the id of an old key is anybody's to choose. */
final class KeyForm {
    private static final int VERSION = 4;
    private static final int MOST_BITS = 8192;

    /** As Go's OpenPGP, and so Helm, reads it. */
    private static final int MOST_EXPONENT_BITS = 24;

    private static final Set<Integer> SIGNING =
            Set.of(PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.DSA, PublicKeyAlgorithmTags.ECDSA);

    private KeyForm() {}

    static boolean isRead(PGPPublicKey key) {
        return key.getVersion() == VERSION
                && SIGNING.contains(key.getAlgorithm())
                && key.getBitStrength() > 0
                && key.getBitStrength() <= MOST_BITS
                && hasSmallExponent(key);
    }

    private static boolean hasSmallExponent(PGPPublicKey key) {
        return !(key.getPublicKeyPacket().getKey() instanceof RSAPublicBCPGKey rsa)
                || rsa.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
    }
}
