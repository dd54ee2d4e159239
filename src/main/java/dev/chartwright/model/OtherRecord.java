package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A DNS record that does not lead to the nodes.
 *
 * @param name Terraform resource name
 * @param host host name, may begin with {@code *.} or {@code _}
 * @param type record type: A, AAAA, CAA, CNAME, MX, NS, SRV or TXT
 * @param ttl seconds; the zone's where absent
 * @param values what it answers, in the form of a zone file; text of TXT without its quotes
 */
public record OtherRecord(String name, String host, String type, Optional<Integer> ttl, List<String> values) {
    /** A name with a CNAME has no other record (RFC 1034, 3.6.2). */
    public OtherRecord {
        if (type.equals("CNAME") && values.size() != 1) {
            throw new InvalidValueException(
                    "values",
                    "one-canonical-name",
                    "the CNAME `" + name + "` has " + values.size() + " values",
                    "a CNAME names the one other name of a host (RFC 1034, 3.6.2)",
                    "leave the one name that `" + host + "` stands for");
        }
    }

    /** Whether a browser that asks for the host gets an address in the end. */
    public boolean isAddress() {
        return type.equals("A") || type.equals("AAAA") || type.equals("CNAME");
    }
}
