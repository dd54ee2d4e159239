package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Existing;
import dev.chartwright.model.Ingress;
import dev.chartwright.model.IngressRule;
import dev.chartwright.model.Listener;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Secret;
import org.junit.jupiter.api.Test;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class CertificateRuleTest {
    private static final String INGRESSES = "/applications/api/network/ingresses/";
    private static final Optional<String> ISSUER = Optional.of("letsencrypt");

    @Test
    void acceptsTlsThatEndsBeforeTheEdgeRouter() {
        assertClean(with(
                SamplePlatform.create(),
                "applications.0.network.ingresses",
                List.of(ingress("web", ISSUER, rule("/one", "")))));
    }

    @Test
    void acceptsHostsThatShareACertificateInOneIngress() {
        assertClean(certified(ingress("web", ISSUER, rule("/one", "tls"), rule("/two", "tls"))));
    }

    @Test
    void acceptsACertificateThatIsDescribed() {
        Secret secret = new Secret(
                "tls",
                "kubernetes.io/tls",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Existing(List.of("tls.crt", "tls.key"))),
                Optional.empty());
        Platform platform = certified(ingress("web", Optional.empty(), rule("/one", "tls")));
        List<Secret> secrets =
                List.of(platform.applications().get(0).data().secrets().get(0), secret);
        assertClean(with(platform, "applications.0.data.secrets", secrets));
    }

    @Test
    void refusesACertificateThatNothingMakes() {
        assertProblem(
                certified(ingress("web", Optional.empty(), rule("/one", "tls"))),
                "unknown-secret",
                INGRESSES + "web/rules/0/tlsSecret");
    }

    @Test
    void refusesOneCertificateOfTwoIngresses() {
        assertProblem(
                certified(ingress("web", ISSUER, rule("/one", "tls")), ingress("more", ISSUER, rule("/two", "tls"))),
                "shared-certificate",
                INGRESSES + "more/rules/0/tlsSecret");
    }

    @Test
    void refusesAPlainRuleAmongOthers() {
        assertProblem(
                certified(ingress("web", ISSUER, rule("/one", "tls"), rule("other.example.com", "/two", ""))),
                "missing-certificate",
                INGRESSES + "web/rules/1");
    }

    @Test
    void acceptsAHostWhoseCertificateStandsElsewhere() {
        assertClean(certified(
                ingress("web", ISSUER, rule("/one", "tls")), ingress("more", Optional.empty(), rule("/two", ""))));
        assertClean(listening(
                "*.example.com",
                certified(
                        ingress("web", ISSUER, rule("/one", "tls")),
                        ingress("more", Optional.empty(), rule("www.example.com", "/", "")))));
    }

    @Test
    void aWildcardIsForOneLabel() {
        assertProblem(
                listening(
                        "*.example.com",
                        certified(
                                ingress("web", ISSUER, rule("/one", "tls")),
                                ingress("more", Optional.empty(), rule("a.b.example.com", "/", "")))),
                "missing-certificate",
                INGRESSES + "more/rules/0");
    }

    @Test
    void refusesASecondCertificateForTheSameHosts() {
        assertProblem(
                certified(
                        ingress("web", ISSUER, rule("/one", "tls")), ingress("more", ISSUER, rule("/two", "more-tls"))),
                "repeated-certificate",
                INGRESSES + "more/rules/0/tlsSecret");
        assertProblem(
                listening("example.com", certified(ingress("web", ISSUER, rule("/one", "own-tls")))),
                "repeated-certificate",
                INGRESSES + "web/rules/0/tlsSecret");
    }

    /** Other hosts make another certificate, and another router does not know those of ours. */
    @Test
    void acceptsCertificatesThatAreNotAlike() {
        assertClean(certified(
                ingress("web", ISSUER, rule("/one", "tls")),
                ingress("more", ISSUER, rule("/two", "more-tls"), rule("www.example.com", "/", "more-tls"))));
    }

    private static Platform listening(String host, Platform platform) {
        List<Listener> listeners = new ArrayList<>(
                platform.traefik().orElseThrow().gateway().orElseThrow().listeners());
        listeners.add(new Listener(
                "more", "HTTPS", 8443, Optional.of(host), Optional.of("gateway-tls"), Optional.of("Ingresses use it")));
        return with(platform, "traefik.gateway.listeners", List.copyOf(listeners));
    }

    /** No other Ingress, for one without a certificate beside one with it would be told. */
    private static Platform certified(Ingress... ingresses) {
        Platform platform = with(SamplePlatform.create(), "applications.1.network.ingresses", List.of());
        platform = with(platform, "rabbitmq.access.console", Optional.empty());
        platform = with(platform, "minio.ingresses", List.of());
        return with(platform, "applications.0.network.ingresses", List.of(ingresses));
    }

    private static Ingress ingress(String name, Optional<String> issuer, IngressRule... rules) {
        return new Ingress(name, "traefik", issuer, List.of(), List.of(), List.of(rules));
    }

    private static IngressRule rule(String path, String secret) {
        return rule("example.com", path, secret);
    }

    private static IngressRule rule(String host, String path, String secret) {
        Optional<String> certificate = secret.isEmpty() ? Optional.empty() : Optional.of(secret);
        return new IngressRule(host, path, "Prefix", "api", 80, certificate);
    }
}
