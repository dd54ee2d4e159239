package dev.chartwright.model;

import java.util.List;

/**
 * Public DNS of an environment, kept in Route53.
 *
 * @param zone hosted zone, a domain name
 * @param zoneData name of the Terraform data source of the zone
 * @param ttl seconds
 * @param addressLocal name of the Terraform local that holds the node addresses
 * @param records A records of the nodes by Terraform resource name
 * @param servedElsewhere records that no route of the platform serves, by resource name, and who serves them
 * @param otherRecords records that do not lead to the nodes
 */
public record Dns(
        String zone,
        String zoneData,
        int ttl,
        String addressLocal,
        List<DnsRecord> records,
        List<Entry> servedElsewhere,
        List<OtherRecord> otherRecords) {
    /** Whether some record answers for a host; a record with {@code *.} answers for every host below. */
    public boolean answers(String host) {
        return records.stream().anyMatch(record -> record.answers(host))
                || otherRecords.stream().anyMatch(record -> record.host().equals(host) && record.isAddress());
    }
}
