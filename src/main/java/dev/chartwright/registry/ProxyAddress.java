package dev.chartwright.registry;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.chartwright.oci.Credential;

/**
 * A proxy that speaks http. Read without {@link java.net.URI}, which refuses host names with `_` and passwords with
 * `@`; Go takes both.
 *
 * @param host name or address
 * @param port number
 * @param login what it asks for, where it does
 */
record ProxyAddress(String host, int port, Optional<Credential> login) {
    private static final Pattern SHAPE = Pattern.compile(
            "(?:http://)?(?:([^/?#]*)@)?" + "(\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?(?:[/?#].*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int STANDARD_PORT = 80;
    private static final int LARGEST_PORT = 65_535;

    /** Nothing where the text is no such proxy. */
    static Optional<ProxyAddress> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(STANDARD_PORT);
        try {
            Optional<Credential> login = Optional.ofNullable(parts.group(1)).map(ProxyAddress::login);
            return Optional.of(new ProxyAddress(parts.group(2), port, login))
                    .filter(proxy -> port > 0 && port <= LARGEST_PORT);
        } catch (IllegalArgumentException wrongEscape) {
            return Optional.empty();
        }
    }

    /** The colon between name and password is sought before either is decoded; a name alone has an empty one. */
    private static Credential login(String text) {
        String[] parts = text.split(":", 2);
        return Credential.password(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "", "the proxy variable");
    }

    /** In addresses, other than in forms, a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    /** The header field that it lets requests through for. */
    Optional<String> header() {
        return login.map(pair -> (pair.username() + ":" + pair.secret()).getBytes(StandardCharsets.UTF_8))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
