package dev.chartwright.registry;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that no proxy is used for.
 *
 * @param entries domains, addresses and blocks of addresses, lower case
 */
record NoProxy(List<String> entries) {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9a-f]*:[0-9a-f:.]*\\]?");

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean covers(Origin origin) {
        return entries.stream().anyMatch(entry -> covers(entry, origin));
    }

    private static boolean covers(String entry, Origin origin) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return contains(entry, origin.host());
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.indexOf(':') == colon;
        String host = hasPort ? entry.substring(0, colon) : entry;
        boolean samePort = !hasPort || entry.substring(colon + 1).equals(Integer.toString(origin.port()));
        return samePort && isDomain(host, origin.host());
    }

    /** A domain covers itself and what is below; with a dot in front, or `*.`, only what is below. */
    private static boolean isDomain(String domain, String host) {
        String bare = domain.startsWith("*.") ? domain.substring(1) : domain;
        return bare.startsWith(".") ? host.endsWith(bare) : host.equals(bare) || host.endsWith("." + bare);
    }

    private static boolean contains(String block, String host) {
        String[] parts = block.split("/", 2);
        Optional<byte[]> network = address(parts[0]);
        Optional<byte[]> address = address(host);
        if (network.isEmpty() || address.isEmpty() || !parts[1].matches("[0-9]{1,3}")) {
            return false;
        }
        int rest = network.get().length * Byte.SIZE - Integer.parseInt(parts[1]);
        return rest >= 0
                && network.get().length == address.get().length
                && new BigInteger(1, network.get())
                        .shiftRight(rest)
                        .equals(new BigInteger(1, address.get()).shiftRight(rest));
    }

    /** Never asks a name server. */
    private static Optional<byte[]> address(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text).getAddress())
                    : Optional.empty();
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
