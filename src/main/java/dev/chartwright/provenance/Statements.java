package dev.chartwright.provenance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * What one key says about keys and people, each statement signed by it.
 *
 * @param speaker who says it
 * @param now when it shall hold
 */
record Statements(PGPPublicKey speaker, Instant now) {
    private static final int VERSION = 4;
    private static final Duration OTHER_CLOCK = Duration.ofDays(1);

    /** Statements that are tried, the newest first: somebody may have put thousands of wrong ones on a key. */
    private static final int MOST_TRIED = 64;

    /** MD5 and RIPEMD-160 say nothing any more; GnuPG takes SHA-1 where a key speaks of itself. */
    private static final Set<Integer> DIGESTS = Set.of(
            HashAlgorithmTags.SHA1,
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512);

    /** What a reader must understand where it is marked as critical, and this one does. */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.PRIMARY_USER_ID,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS,
            SignatureSubpacketTags.EMBEDDED_SIGNATURE);

    /** How a statement is held against what it is about. */
    @FunctionalInterface
    interface Check {
        boolean holds(PGPSignature statement) throws PGPException;
    }

    /** The newest that is good. */
    Optional<PGPSignature> newest(Stream<PGPSignature> statements, Check check) {
        return statements
                .filter(statement -> statement.getKeyID() == speaker.getKeyID())
                .sorted(Comparator.comparing(PGPSignature::getCreationTime).reversed())
                .limit(MOST_TRIED)
                .filter(statement -> isGood(statement, check))
                .findFirst();
    }

    /** Whether a key said it, at a time when it could, in a way that is read here. */
    boolean isGood(PGPSignature statement, Check check) {
        return isInTime(statement) && isUnderstood(statement) && verifies(statement, check);
    }

    /** A signature may name a day on which it ends. */
    boolean isInTime(PGPSignature statement) {
        Instant said = statement.getCreationTime().toInstant();
        long valid = statement.getVersion() < VERSION
                ? 0
                : statement.getHashedSubPackets().getSignatureExpirationTime();
        return !said.isAfter(now.plus(OTHER_CLOCK))
                && !said.isBefore(speaker.getCreationTime().toInstant())
                && (valid == 0 || said.plusSeconds(valid).isAfter(now));
    }

    private static boolean isUnderstood(PGPSignature statement) {
        if (statement.getVersion() != VERSION || !DIGESTS.contains(statement.getHashAlgorithm())) {
            return false;
        }
        PGPSignatureSubpacketVector hashed = statement.getHashedSubPackets();
        return List.of(hashed.toArray()).stream()
                .allMatch(packet -> !packet.isCritical() || UNDERSTOOD.contains(packet.getType()));
    }

    /** The library ends in exceptions of many types where numbers are strange. */
    boolean verifies(PGPSignature statement, Check check) {
        try {
            statement.init(new BcPGPContentVerifierBuilderProvider(), speaker);
            return check.holds(statement);
        } catch (PGPException | RuntimeException broken) {
            return false;
        }
    }
}
