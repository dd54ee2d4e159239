package dev.chartwright.provenance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;

/**
 * A primary key with its subkeys, and what it says of them. Whether a key is good is asked as GnuPG asks it: of the
 * newest good statement, for this moment.
 *
 * @param copies the same certificate as often as the keyring holds it; what any copy says counts
 */
record Certificate(List<List<PGPPublicKey>> copies) {
    /** Far more than anybody has names. */
    private static final int MOST_USERS = 100;

    /** Every certificate of a file, each once. */
    static List<Certificate> all(Collection<List<PGPPublicKey>> rings) {
        Map<String, List<List<PGPPublicKey>>> alike = new LinkedHashMap<>();
        for (List<PGPPublicKey> ring : rings) {
            alike.computeIfAbsent(fingerprint(ring.get(0)), any -> new ArrayList<>())
                    .add(ring);
        }
        return alike.values().stream().map(Certificate::new).toList();
    }

    private static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().formatHex(key.getFingerprint());
    }

    /** Its key with that id, the primary one or another. */
    Optional<PGPPublicKey> key(long id) {
        return copies.stream()
                .flatMap(List::stream)
                .filter(key -> key.getKeyID() == id)
                .findFirst();
    }

    private PGPPublicKey primary() {
        return copies.get(0).get(0);
    }

    private boolean isPrimary(PGPPublicKey key) {
        return Arrays.equals(key.getFingerprint(), primary().getFingerprint());
    }

    private Stream<PGPPublicKey> copiesOf(PGPPublicKey key) {
        return copies.stream()
                .flatMap(List::stream)
                .filter(other -> Arrays.equals(other.getFingerprint(), key.getFingerprint()));
    }

    private Stream<PGPSignature> signatures(PGPPublicKey key, int type) {
        return copiesOf(key)
                .flatMap(copy -> stream(copy.getSignatures()))
                .filter(signature -> signature.getSignatureType() == type);
    }

    private static <T> Stream<T> stream(Iterator<T> elements) {
        Iterable<T> iterable = () -> elements;
        return StreamSupport.stream(iterable.spliterator(), false);
    }

    /** Why a key may not sign now; nothing where it may. */
    Optional<KeyFault> fault(PGPPublicKey key, Instant now) {
        Optional<KeyFault> ofPrimary = primaryFault(now);
        if (isPrimary(key)) {
            return ofPrimary.or(() -> flagsFault(primaryStatements(now)));
        }
        return ofPrimary.map(KeyFault::ofPrimary).or(() -> subkeyFault(key, now));
    }

    private Optional<KeyFault> primaryFault(Instant now) {
        if (!KeyForm.isRead(primary())) {
            return Optional.of(KeyFault.FORM);
        }
        // A revocation counts where it cannot be checked too: another key may have been allowed to make it.
        if (signatures(primary(), PGPSignature.KEY_REVOCATION).findAny().isPresent()) {
            return Optional.of(KeyFault.REVOKED);
        }
        List<PGPSignature> statements = primaryStatements(now);
        return statements.isEmpty() ? Optional.of(KeyFault.UNBOUND) : expiry(primary(), statements, now);
    }

    private Optional<KeyFault> subkeyFault(PGPPublicKey subkey, Instant now) {
        if (!KeyForm.isRead(subkey)) {
            return Optional.of(KeyFault.FORM);
        }
        if (signatures(subkey, PGPSignature.SUBKEY_REVOCATION).findAny().isPresent()) {
            return Optional.of(KeyFault.REVOKED);
        }
        Optional<PGPSignature> binding = new Statements(primary(), now)
                .newest(
                        signatures(subkey, PGPSignature.SUBKEY_BINDING),
                        statement -> statement.verifyCertification(primary(), subkey));
        if (binding.isEmpty()) {
            return Optional.of(KeyFault.UNBOUND);
        }
        List<PGPSignature> statements = List.of(binding.get());
        return expiry(subkey, statements, now)
                .or(() -> flagsFault(statements))
                .or(() -> isSignedBack(subkey, binding.get(), now)
                        ? Optional.empty()
                        : Optional.of(KeyFault.NOT_SIGNED_BACK));
    }

    /** Without it, anybody could call somebody else's key a subkey of theirs. */
    private boolean isSignedBack(PGPPublicKey subkey, PGPSignature binding, Instant now) {
        Statements own = new Statements(subkey, now);
        return embedded(binding)
                .filter(back -> back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING)
                .limit(2)
                .anyMatch(back -> own.isGood(back, statement -> statement.verifyCertification(primary(), subkey)));
    }

    private static Stream<PGPSignature> embedded(PGPSignature binding) {
        try {
            PGPSignatureList hashed = binding.getHashedSubPackets().getEmbeddedSignatures();
            PGPSignatureList others = binding.getUnhashedSubPackets().getEmbeddedSignatures();
            return Stream.concat(stream(hashed.iterator()), stream(others.iterator()));
        } catch (PGPException | RuntimeException broken) {
            return Stream.empty();
        }
    }

    /** What the primary key says of itself: about the key first, then about the people behind it. */
    private List<PGPSignature> primaryStatements(Instant now) {
        Statements own = new Statements(primary(), now);
        Optional<PGPSignature> direct = own.newest(
                signatures(primary(), PGPSignature.DIRECT_KEY), statement -> statement.verifyCertification(primary()));
        Stream<PGPSignature> users = users().stream()
                .flatMap(user -> certification(user, own).stream())
                .sorted((one, other) -> other.getCreationTime().compareTo(one.getCreationTime()))
                .limit(1);
        return Stream.concat(direct.stream(), users).toList();
    }

    private List<byte[]> users() {
        return copiesOf(primary())
                .flatMap(copy -> stream(copy.getRawUserIDs()))
                .limit(MOST_USERS)
                .toList();
    }

    /** The newest word about a user; none where that takes it back. */
    private Optional<PGPSignature> certification(byte[] user, Statements own) {
        return own.newest(
                        copiesOf(primary()).flatMap(copy -> stream(copy.getSignaturesForID(user))),
                        statement -> statement.verifyCertification(user, primary()))
                .filter(statement -> statement.getSignatureType() != PGPSignature.CERTIFICATION_REVOCATION);
    }

    private static Optional<PGPSignature> saying(List<PGPSignature> statements, int subpacket) {
        return statements.stream()
                .filter(statement -> statement.getHashedSubPackets().hasSubpacket(subpacket))
                .findFirst();
    }

    private static Optional<KeyFault> expiry(PGPPublicKey key, List<PGPSignature> statements, Instant now) {
        long valid = saying(statements, SignatureSubpacketTags.KEY_EXPIRE_TIME)
                .map(statement -> statement.getHashedSubPackets().getKeyExpirationTime())
                .orElse(0L);
        Instant end = key.getCreationTime().toInstant().plusSeconds(valid);
        return valid == 0 || end.isAfter(now)
                ? Optional.empty()
                : Optional.of(KeyFault.expired(end.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    /** A key that says nothing of its use may do all that its algorithm can. */
    private static Optional<KeyFault> flagsFault(List<PGPSignature> statements) {
        return saying(statements, SignatureSubpacketTags.KEY_FLAGS)
                .filter(statement -> (statement.getHashedSubPackets().getKeyFlags() & KeyFlags.SIGN_DATA) == 0)
                .map(statement -> KeyFault.NOT_FOR_SIGNING);
    }

    /** A key for people, with the users that its primary key vouches for. */
    String words(PGPPublicKey key, Instant now) {
        Statements own = new Statements(primary(), now);
        List<String> users = users().stream()
                .filter(user -> certification(user, own).isPresent())
                .map(KeyringFile::text)
                .distinct()
                .toList();
        return KeyringFile.words(key, users);
    }
}
