package dev.chartwright.model;

import java.util.Optional;

/**
 * A cert-manager ClusterIssuer for an ACME server.
 *
 * @param name object name, and name of its account key Secret
 * @param email account address
 * @param server ACME directory URL
 * @param route53 DNS-01 through Route53
 * @param http01 HTTP-01 through an IngressClass
 * @param unused why it stays although nothing of the platform uses it
 */
public record ClusterIssuer(
        String name,
        String email,
        String server,
        Optional<Route53Solver> route53,
        Optional<HttpSolver> http01,
        Optional<String> unused) {
    public ClusterIssuer {
        if (route53.isEmpty() && http01.isEmpty()) {
            throw new InvalidValueException(
                    "name",
                    "issuer-solver",
                    "issuer `" + name + "` has no way to prove that a host is ours",
                    "an ACME server gives a certificate to who answers its challenge, by DNS or by HTTP",
                    "add `route53` or `http01`");
        }
    }
}
