package dev.chartwright.provenance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.bouncycastle.openpgp.PGPSignature;

/** Keys whose signatures count. */
public final class Keyring {
    /** A description has at most 5 MiB, for Helm reads no longer file. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private final Path path;
    private final List<Certificate> certificates;

    private Keyring(KeyringFile file) {
        path = file.path();
        certificates = file.certificates();
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
        ClearText signed = Optional.of(provenance)
                .filter(content -> content.length <= LONGEST)
                .flatMap(ClearText::parse)
                .orElseThrow(
                        () -> problem(
                                label,
                                "is no text with a signature",
                                "a provenance file is one clear-signed text of at most 8 MiB, with nothing before or behind it"));
        Instant now = Instant.now();
        List<Maker> makers = signed.signatures().stream().flatMap(this::makers).toList();
        Maker good = makers.stream()
                .filter(maker -> maker.fault(now).isEmpty() && maker.made(signed.text(), now))
                .findFirst()
                .orElseThrow(() -> refusal(signed, makers, label, now));
        refuseOther(expected, signed.text(), label);
        return good.certificate().words(good.key(), now);
    }

    private Stream<Maker> makers(PGPSignature signature) {
        return certificates.stream()
                .flatMap(certificate -> certificate.key(signature.getKeyID()).stream()
                        .map(key -> new Maker(signature, certificate, key)));
    }

    /** Which of three things is wrong: whose key it is, the key, or the text. */
    private ProblemsException refusal(ClearText signed, List<Maker> makers, String label, Instant now) {
        if (makers.isEmpty()) {
            return problem(
                    label,
                    "is made by "
                            + signed.signatures().stream().map(Keyring::id).collect(Collectors.joining(" and "))
                            + ", and " + path + " does not hold that key",
                    "a signature counts when a key of the keyring made it");
        }
        Maker first = makers.get(0);
        String maker = id(first.signature()) + " of " + path;
        return first.fault(now)
                .map(fault -> problem(
                        label,
                        "is made by " + maker + ", which " + fault.words(),
                        "a key that is revoked, has expired or may not sign vouches for nothing, nor does any for the"
                                + " future"))
                .orElseGet(() -> problem(
                        label,
                        "does not fit its text, or is weak: it is made by " + maker,
                        "the text was changed after it was signed, or it was signed with a digest older than SHA-256"));
    }

    private static String id(PGPSignature signature) {
        return String.format(Locale.ROOT, "the key `%016X`", signature.getKeyID());
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
        return CanonicalText.withoutBlanks(text, "\n").stripTrailing();
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
