package dev.chartwright.oci;

/**
 * A login to one registry.
 *
 * @param kind what the secret is
 * @param username empty where a token says it all
 * @param secret the password or token
 * @param source where it was found, for messages
 */
public record Credential(Kind kind, String username, String secret, String source) {
    /** What a secret is. */
    public enum Kind {
        /** Goes with a user name. */
        PASSWORD,
        /** What a token service gives tokens for (OAuth2 refresh token). */
        IDENTITY_TOKEN,
        /** What a registry itself takes as Bearer token. */
        REGISTRY_TOKEN
    }

    /** A user name with its password. */
    public static Credential password(String username, String password, String source) {
        return new Credential(Kind.PASSWORD, username, password, source);
    }

    /** A token for the token service. */
    public static Credential identityToken(String token, String source) {
        return new Credential(Kind.IDENTITY_TOKEN, "", token, source);
    }

    /** A token for the registry. */
    public static Credential registryToken(String token, String source) {
        return new Credential(Kind.REGISTRY_TOKEN, "", token, source);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Shows neither part: logs and messages print records. */
    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
