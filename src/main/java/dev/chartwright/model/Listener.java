package dev.chartwright.model;

import java.util.Optional;

/**
 * A listener of a Gateway.
 *
 * @param name section name
 * @param protocol HTTP or HTTPS
 * @param port port of the Traefik entry point, not of the Service
 * @param host host name, may begin with {@code *.}; absent means every host
 * @param tlsSecret Secret with the certificate, for HTTPS
 * @param unused why it stays although nothing of the platform uses it
 */
public record Listener(
        String name,
        String protocol,
        int port,
        Optional<String> host,
        Optional<String> tlsSecret,
        Optional<String> unused) {
    public Listener {
        boolean encrypted = protocol.equals("HTTPS");
        if (encrypted != tlsSecret.isPresent()) {
            throw new InvalidValueException(
                    "tlsSecret",
                    "listener-certificate",
                    encrypted
                            ? "listener `" + name + "` speaks HTTPS and has no `tlsSecret`"
                            : "listener `" + name + "` speaks HTTP and has a `tlsSecret`",
                    "a Gateway ends TLS with the certificate of a listener, and plain HTTP has none",
                    encrypted
                            ? "add `tlsSecret` with the Secret of its certificate"
                            : "remove `tlsSecret`, or write HTTPS");
        }
        int entryPoint = encrypted ? 8443 : 8000;
        if (port != entryPoint) {
            throw new InvalidValueException(
                    "port",
                    "listener-port",
                    "listener `" + name + "` has port " + port + ", and Traefik's entry point for " + protocol + " is "
                            + entryPoint,
                    "Traefik serves a listener only on the port of an entry point, not on that of its Service",
                    "write `port: " + entryPoint + "`");
        }
    }
}
