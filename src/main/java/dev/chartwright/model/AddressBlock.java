package dev.chartwright.model;

import java.util.List;

/**
 * Addresses in CIDR notation.
 *
 * @param cidr the whole block
 * @param except blocks inside that do not belong to it
 */
public record AddressBlock(String cidr, List<String> except) {
    private static final String FAMILY_MARK = ":";

    public boolean hasExceptions() {
        return !except.isEmpty();
    }

    /** Every address of both families but some. */
    static List<AddressBlock> allBut(List<String> networks) {
        return List.of(
                new AddressBlock(
                        "0.0.0.0/0",
                        networks.stream().filter(cidr -> !isSix(cidr)).toList()),
                new AddressBlock(
                        "::/0", networks.stream().filter(AddressBlock::isSix).toList()));
    }

    private static boolean isSix(String cidr) {
        return cidr.contains(FAMILY_MARK);
    }
}
