package dev.chartwright.model;

import java.util.List;

/**
 * Public DNS of an environment, kept in Route53.
 *
 * @param zone hosted zone, a domain name
 * @param ttl seconds
 * @param addressLocal name of the Terraform local that holds the node addresses
 * @param records A records by Terraform resource name
 */
public record Dns(String zone, int ttl, String addressLocal, List<DnsRecord> records) {}
