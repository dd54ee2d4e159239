package dev.chartwright.model;

/**
 * One A record.
 *
 * @param name Terraform resource name
 * @param host host name, may begin with {@code *.}
 */
public record DnsRecord(String name, String host) {}
