package dev.chartwright.registry;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Java's exceptions say of TLS, as the causes of each other; {@link TlsFaultIT} meets real ones. */
class TlsFaultTest {
    private static final Origin ORIGIN = Origin.of("registry.test", "https");

    private static SSLException failure(Exception cause) {
        return (SSLException) new SSLHandshakeException(cause.getMessage()).initCause(cause);
    }

    @Test
    void isAnOldWayOfSigning() {
        assertThat(TlsFault.of(failure(path(BasicReason.ALGORITHM_CONSTRAINED))))
                .isEqualTo(TlsFault.WEAK);
    }

    @Test
    void isAChainThatDoesNotHold() {
        assertThat(TlsFault.of(failure(path(BasicReason.INVALID_SIGNATURE)))).isEqualTo(TlsFault.CHAIN);
        assertThat(TlsFault.of(failure(new CertificateException("Extended key usage does not permit use"))))
                .isEqualTo(TlsFault.CHAIN);
    }

    @Test
    void isAnUnknownAuthority() {
        Exception none = new CertPathBuilderException("unable to find valid certification path to requested target");
        assertThat(TlsFault.of(failure(new CertificateException("PKIX path building failed", none))))
                .isEqualTo(TlsFault.AUTHORITY);
    }

    private static Exception path(BasicReason reason) {
        Exception broken = new CertPathValidatorException("no", null, null, -1, reason);
        return new CertificateException("PKIX path validation failed", broken);
    }

    @ParameterizedTest
    @CsvSource({
        "No subject alternative names present, HOST",
        "No subject alternative DNS name matching registry.test found., HOST",
        "No name matching registry.test found, HOST",
        "Received fatal alert: certificate_required, CLIENT",
        "Received fatal alert: bad_certificate, CLIENT",
        "Received fatal alert: handshake_failure, HANDSHAKE",
        "The server selected protocol version TLS10 is not accepted, HANDSHAKE",
    })
    void isReadFromWords(String words, TlsFault fault) {
        Exception cause = words.startsWith("No ") ? new CertificateException(words) : new SSLException(words);
        assertThat(TlsFault.of(failure(cause))).isEqualTo(fault);
    }

    @Test
    void hasNoDayWhereJavaTellsItOtherwise() {
        SSLException expired = failure(new CertificateExpiredException("NotAfter: yesterday"));
        assertThat(TlsFault.of(expired).what(ORIGIN, expired))
                .isEqualTo("the certificate of registry.test:443, or one that vouches for it, has expired");
    }
}
