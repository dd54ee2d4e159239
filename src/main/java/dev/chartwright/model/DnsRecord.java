package dev.chartwright.model;

/**
 * One A record.
 *
 * @param name Terraform resource name
 * @param host host name, may begin with {@code *.}
 */
public record DnsRecord(String name, String host) {
    /** Whether it answers for a host: its own, or below its wildcard (RFC 4592). */
    public boolean answers(String other) {
        return host.equals(other) || host.startsWith("*.") && other.endsWith(host.substring(1));
    }
}
