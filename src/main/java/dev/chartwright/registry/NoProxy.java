package dev.chartwright.registry;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts that no proxy is used for.
 *
 * @param entries domains, addresses and blocks of addresses
 */
record NoProxy(List<Entry> entries) {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9a-f]*:[0-9a-f:.]*\\]?");

    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.split(","))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .map(Entry::parse)
                .toList());
    }

    boolean covers(Origin origin) {
        return entries.stream().anyMatch(entry -> entry.covers(origin));
    }

    /**
     * One of them.
     *
     * @param host domain, address, or block with its slash
     * @param port empty for all
     */
    private record Entry(String host, String port) {
        private static final Pattern SHAPE = Pattern.compile("(\\[[^\\]]*\\]|[^:]*):([0-9]*)|(.*)", Pattern.DOTALL);

        static Entry parse(String text) {
            Matcher parts = SHAPE.matcher(text);
            return parts.matches() && parts.group(1) != null
                    ? new Entry(parts.group(1), parts.group(2))
                    : new Entry(text, "");
        }

        boolean covers(Origin origin) {
            if (host.equals("*")) {
                return true;
            }
            if (host.contains("/")) {
                return isBlockWith(origin.host());
            }
            boolean samePort = port.isEmpty() || port.equals(Integer.toString(origin.port()));
            return samePort && (isAddress(origin.host()) || isDomainOf(origin.host()));
        }

        /** One address can be written in several ways. */
        private boolean isAddress(String other) {
            Optional<byte[]> own = address(host);
            return own.isPresent() && Arrays.equals(own.get(), address(other).orElse(new byte[0]));
        }

        /** A domain covers itself and what is below; with a dot in front, or `*.`, only what is below. */
        private boolean isDomainOf(String other) {
            String bare = host.startsWith("*.") ? host.substring(1) : host;
            return !bare.isEmpty()
                    && (bare.startsWith(".") ? other.endsWith(bare) : other.equals(bare) || other.endsWith("." + bare));
        }

        private boolean isBlockWith(String other) {
            String[] parts = host.split("/", 2);
            Optional<byte[]> network = address(parts[0]);
            Optional<byte[]> address = address(other);
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
