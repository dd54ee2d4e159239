package dev.chartwright.model;

/**
 * A host, or with {@code *.} before it every host below one (RFC 4592).
 *
 * @param text as it is written
 */
public record HostPattern(String text) {
    public boolean covers(String host) {
        return text.equals(host) || text.startsWith("*.") && host.endsWith(text.substring(1));
    }
}
