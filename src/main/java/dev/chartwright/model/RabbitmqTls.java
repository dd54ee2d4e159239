package dev.chartwright.model;

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
    /** Name of the Certificate, and its Secret, that brings the CA into the topology operator's namespace. */
    public String trust() {
        return certificateAuthority + "-trust";
    }
}
