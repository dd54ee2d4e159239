package dev.chartwright.registry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.distribution.TestKeys;
import dev.chartwright.distribution.TlsHost;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Hosts with a fault in their TLS, each told by a sentence of its own. */
@Timeout(60)
class TlsFaultIT {
    private static final int BAD_CERTIFICATE = 42;
    private static final int HANDSHAKE_FAILURE = 40;

    @TempDir
    private static Path folder;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestKeys.in(folder);
    }

    @Test
    void tellsAnotherHost() throws Exception {
        assertThat(told(TlsHost.ofAnotherName(keys))).isEqualTo("the certificate of HOST is for another host");
    }

    @Test
    void tellsTheDayOfACertificate() throws Exception {
        assertThat(told(TlsHost.ofThePast(keys)))
                .isEqualTo("the certificate of HOST, or one that vouches for it, has expired: it was good until"
                        + " 2020-01-31");
        assertThat(told(TlsHost.ofTheFuture(keys)))
                .isEqualTo("the certificate of HOST, or one that vouches for it, is not valid yet: it is good from"
                        + " 2099-01-01 on");
    }

    @Test
    void tellsHandshakesByTheirAlert() throws Exception {
        assertThat(told(TlsHost.ofAnotherVersion()))
                .isEqualTo("HOST and this client agree on no way to speak TLS: it ends with `protocol_version`");
        assertThat(told(TlsHost.alerting(HANDSHAKE_FAILURE))).endsWith("it ends with `handshake_failure`");
        assertThat(told(TlsHost.alerting(BAD_CERTIFICATE)))
                .isEqualTo("HOST wants a certificate from its clients: it ends with `bad_certificate`");
    }

    private static String told(TlsHost server) throws Exception {
        try (server) {
            Registry registry = new Registry(
                    new RegistrySettings(false, Optional.of(keys.authority()), Map.of(), Limits.standard()),
                    host -> Optional.empty());
            Reference chart = Reference.parse(server.host() + "/charts/shop:1.0.0");
            Problem problem = catchThrowableOfType(OutsideException.class, () -> registry.head(chart))
                    .problems()
                    .get(0);
            assertThat(problem.code()).isEqualTo("registry-tls");
            assertThat(problem.toString()).doesNotContain("java.", "sun.");
            return problem.what().replace(server.host(), "HOST");
        }
    }
}
