package dev.chartwright.registry;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import dev.chartwright.problem.Quote;

/** Why a TLS connection did not come about. */
enum TlsFault {
    AUTHORITY(
            "the certificate of %s is signed by an authority that is not trusted",
            "Java's authorities, and those of `--ca-file`, vouch for registries",
            "give `--ca-file` with the authority that signed it, in PEM; if that is a well known one, have the registry"
                    + " send the certificates between too"),
    HOST(
            "the certificate of %s is for another host",
            "a certificate names the hosts that may show it (RFC 9525); with any other, anybody could be in between",
            "write the host as the certificate names it, or have one made for this host too"),
    EXPIRED(
            "the certificate of %s, or one that vouches for it, has expired",
            "a certificate is good until the day that it names, by the clock of this machine",
            "have the certificate renewed; if its day has not come, set the clock of this machine"),
    NOT_YET_VALID(
            "the certificate of %s, or one that vouches for it, is not valid yet",
            "a certificate is good from the day that it names, by the clock of this machine",
            "set the clock of this machine; if it is right, have the certificate made anew"),
    WEAK(
            "the certificate of %s, or one that vouches for it, is made in a way that Java does not trust any more",
            "Java refuses short keys and old digests (`jdk.certpath.disabledAlgorithms`)",
            "have the certificate made anew, with SHA-256 and a key of at least 2,048 bits (RSA) or 256 bits (ECDSA)"),
    CHAIN(
            "the certificates of %s do not vouch for each other",
            "each must be signed by the next one, for this use, up to an authority that is trusted",
            "have the registry send its certificate and those between it and the authority, in order"),
    CLIENT(
            "%s wants a certificate from its clients",
            "this client logs in with a name and a password or a token, and shows no certificate",
            "use an address of the registry that wants none, or a proxy that shows one"),
    HANDSHAKE(
            "%s and this client agree on no way to speak TLS",
            "this client speaks TLS 1.2 and 1.3, with the ciphers that Java has turned on",
            "turn on TLS 1.2 or 1.3 at the registry, or at the proxy before it; if they are on, look whether it wants a"
                    + " certificate from its clients");

    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");
    private static final Pattern OTHER_HOST = Pattern.compile("^(No subject alternative|No name matching)");
    private static final List<String> CLIENT_ALERTS = List.of("certificate_required", "bad_certificate");
    private static final Pattern DAY = Pattern.compile("Not(?:After|Before): (.*)");
    /** How {@link java.util.Date} prints itself in every locale. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH);

    private final String what;
    private final String why;
    private final String fix;

    TlsFault(String what, String why, String fix) {
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    static TlsFault of(SSLException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return EXPIRED;
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return NOT_YET_VALID;
        }
        Optional<CertPathValidatorException> path = causes(failure)
                .filter(CertPathValidatorException.class::isInstance)
                .map(CertPathValidatorException.class::cast)
                .findFirst();
        if (path.isPresent()) {
            return path.get().getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED
                    ? WEAK
                    : CHAIN;
        }
        if (has(failure, CertPathBuilderException.class)) {
            return AUTHORITY;
        }
        if (found(OTHER_HOST, failure).isPresent()) {
            return HOST;
        }
        return has(failure, CertificateException.class) ? CHAIN : ofHandshake(failure);
    }

    private static TlsFault ofHandshake(SSLException failure) {
        return alert(failure).filter(CLIENT_ALERTS::contains).isPresent() ? CLIENT : HANDSHAKE;
    }

    private static Optional<String> alert(SSLException failure) {
        return found(ALERT, failure);
    }

    private static Optional<String> found(Pattern pattern, Throwable failure) {
        return causes(failure)
                .map(cause -> pattern.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean has(Throwable failure, Class<?> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    /** One sentence; of Java's own words only the day and the alert, for the rest are names of classes. */
    String what(Origin origin, SSLException failure) {
        return String.format(Locale.ROOT, what, origin)
                + switch (this) {
                    case EXPIRED ->
                        day(failure).map(day -> ": it was good until " + day).orElse("");
                    case NOT_YET_VALID ->
                        day(failure)
                                .map(day -> ": it is good from " + day + " on")
                                .orElse("");
                    case HANDSHAKE, CLIENT ->
                        alert(failure)
                                .map(alert -> ": it ends with " + Quote.of(alert))
                                .orElse("");
                    default -> "";
                };
    }

    private static Optional<LocalDate> day(SSLException failure) {
        try {
            return found(DAY, failure).map(text -> LocalDate.from(DATE.parse(text)));
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }

    String why() {
        return why;
    }

    String fix() {
        return fix;
    }
}
