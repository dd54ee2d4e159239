package dev.chartwright.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Why a connection broke, and whether another try could help. */
final class Broken {
    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: ([0-9]{3})");
    private static final int SERVER_ERROR = 500;

    private Broken() {}

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static boolean has(Throwable failure, Class<?> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    /** A name that nobody knows stays unknown, and a proxy that forbids stays so. */
    static boolean isFinal(IOException failure) {
        return isUnknownHost(failure)
                || tunnel(failure).filter(status -> status < SERVER_ERROR).isPresent();
    }

    /** What a proxy answered that did not open a tunnel; Java tells it in words only. */
    private static Optional<Integer> tunnel(IOException failure) {
        return causes(failure)
                .map(cause -> TUNNEL.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    private static boolean isUnknownHost(IOException failure) {
        return has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class);
    }

    /** The other side spoke http to our first word of TLS. */
    static boolean isPlain(SSLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }

    /** The connection ended in the middle, which says nothing about trust. */
    static boolean isCut(SSLException failure) {
        boolean untrusted = has(failure, CertificateException.class)
                || causes(failure).anyMatch(cause -> cause instanceof GeneralSecurityException);
        boolean ended = has(failure, EOFException.class)
                || has(failure, SocketException.class)
                || String.valueOf(failure.getMessage()).contains("terminated the handshake");
        return ended && !untrusted;
    }

    /** One clause for people; never what a server sent. */
    static String words(IOException failure) {
        if (isUnknownHost(failure)) {
            return "nobody knows the host";
        }
        Optional<Integer> tunnel = tunnel(failure);
        if (tunnel.isPresent()) {
            return tunnel.get() < SERVER_ERROR ? "the proxy does not let it through" : "the proxy does not reach it";
        }
        if (failure instanceof Transport.SilenceException silence) {
            return String.valueOf(silence.getMessage());
        }
        Optional<String> known = Stream.of(
                        clause(failure, HttpConnectTimeoutException.class, "nobody answers at that address"),
                        clause(failure, NoRouteToHostException.class, "there is no route to the host"),
                        clause(failure, ConnectException.class, "the host refuses the connection"))
                .flatMap(Optional::stream)
                .findFirst();
        return known.orElse("the connection broke");
    }

    private static Optional<String> clause(IOException failure, Class<?> type, String words) {
        return has(failure, type) ? Optional.of(words) : Optional.empty();
    }
}
