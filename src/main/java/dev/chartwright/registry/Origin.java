package dev.chartwright.registry;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Scheme, host and port: whom a login belongs to (RFC 6454).
 *
 * @param scheme http or https
 * @param host lower case
 * @param port number, the scheme's own where none is written
 */
record Origin(String scheme, String host, int port) {
    private static final String DOCKER_HUB = "docker.io";
    private static final String DOCKER_HUB_SERVER = "registry-1.docker.io";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The server of a registry as people write it; Docker Hub's has another name. */
    static Origin of(String registry, String scheme) {
        String server = registry.equals(DOCKER_HUB) ? DOCKER_HUB_SERVER : registry;
        return of(URI.create(scheme + "://" + server));
    }

    static Origin of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? HTTPS : HTTP;
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return new Origin(scheme, host, uri.getPort() < 0 ? standard : uri.getPort());
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    boolean isPlain() {
        return scheme.equals("http");
    }

    Origin withScheme(String other) {
        return new Origin(other, host, port);
    }

    /** The address of a path on this server. */
    URI resolve(String path) {
        return URI.create(scheme + "://" + host + ":" + port + path);
    }

    /** Whether it is this very machine, by its name or as a loopback address. */
    boolean isLocal() {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        boolean address = host.startsWith("[") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        try {
            return address && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException none) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
