package dev.chartwright.model;

import java.time.Duration;

/**
 * The certificate chain of the broker: a self-signed CA, and a server certificate that the topology operator can trust.
 *
 * @param secret Secret with the server certificate
 * @param certificate name of the server Certificate
 * @param selfSignedIssuer name of the Issuer that signs the CA
 * @param certificateAuthority name of the CA Certificate, its Secret and its ClusterIssuer
 * @param issuerNamespace namespace in which cert-manager looks for the Secrets of ClusterIssuers
 * @param duration validity of the server certificate, a Go duration
 * @param renewBefore how long before its end it is renewed, a Go duration
 */
public record RabbitmqTls(
        String secret,
        String certificate,
        String selfSignedIssuer,
        String certificateAuthority,
        String issuerNamespace,
        String duration,
        String renewBefore) {
    private static final Duration SHORTEST = Duration.ofHours(1);

    public RabbitmqTls {
        Duration valid = GoDuration.parse(duration);
        if (valid.compareTo(SHORTEST) < 0) {
            throw new InvalidValueException(
                    "duration",
                    "certificate-renewal",
                    "the certificate is valid for `" + duration + "`, and the shortest is one hour",
                    "cert-manager refuses a certificate that is valid for less than an hour",
                    "write `duration: 8760h`, a year");
        }
        if (GoDuration.parse(renewBefore).compareTo(valid) >= 0) {
            throw new InvalidValueException(
                    "renewBefore",
                    "certificate-renewal",
                    "the certificate is renewed `" + renewBefore + "` before its end, and valid for `" + duration + "`",
                    "cert-manager refuses a certificate that it would have to renew before it is valid",
                    "write a `renewBefore` that is shorter than `duration`");
        }
    }

    /** Name of the Certificate, and its Secret, that brings the CA into the topology operator's namespace. */
    public String trust() {
        return certificateAuthority + "-trust";
    }
}
