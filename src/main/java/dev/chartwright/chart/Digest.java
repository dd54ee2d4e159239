package dev.chartwright.chart;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content digest as OCI writes it: {@code sha256:} and 64 hex digits.
 *
 * @param value the whole text
 */
public record Digest(String value) {
    private static final int HEX_START = "sha256:".length();

    /** The digest of some bytes. */
    public static Digest of(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Digest("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The 64 hex digits alone. */
    public String hex() {
        return value.substring(HEX_START);
    }
}
