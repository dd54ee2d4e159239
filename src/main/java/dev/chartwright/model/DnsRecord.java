package dev.chartwright.model;

/**
 * One A record.
 *
 * @param name Terraform resource name
 * @param host host name, may begin with {@code *.}
 */
public record DnsRecord(String name, String host) {
    /** Whether it answers for a host: its own, or one below its wildcard. */
    public boolean answers(String other) {
        return new HostPattern(host).covers(other);
    }
}
