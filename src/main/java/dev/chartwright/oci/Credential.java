package dev.chartwright.oci;

/**
 * A login to one registry.
 *
 * @param username empty when the secret is an identity token
 * @param secret a password, or an identity token (OAuth2 refresh token)
 */
public record Credential(String username, String secret) {
    public boolean isIdentityToken() {
        return username.isEmpty();
    }

    /** Shows neither part: logs and messages print records. */
    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
