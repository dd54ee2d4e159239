package dev.chartwright.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;

/**
 * Proxies from environment variables, as Go's {@code net/http}, and so Helm, understands them: HTTP_PROXY, HTTPS_PROXY
 * and NO_PROXY, also in lower case.
 */
final class ProxyVariables extends ProxySelector {
    private static final String CGI = "REQUEST_METHOD";
    private static final int HTTP = 80;
    private final Map<String, String> variables;
    private final NoProxy noProxy;

    /** Reads both variables at once, so that a wrong one shows before anything is sent. */
    ProxyVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        noProxy = NoProxy.parse(first("NO_PROXY", "no_proxy").orElse(""));
        proxy("http");
        proxy("https");
    }

    @Override
    public List<Proxy> select(URI uri) {
        return proxyOf(uri)
                .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, address(proxy))))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself fails, and is told.
    }

    /** The header field that lets requests to an address through its proxy. */
    Optional<String> login(URI uri) {
        return proxyOf(uri)
                .flatMap(proxy -> Optional.ofNullable(proxy.getUserInfo()))
                .map(user -> user.getBytes(StandardCharsets.UTF_8))
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
    }

    private Optional<URI> proxyOf(URI uri) {
        Origin origin = Origin.of(uri);
        return origin.isLocal() || noProxy.covers(origin) ? Optional.empty() : proxy(origin.scheme());
    }

    private Optional<URI> proxy(String scheme) {
        // A web server hands a request's `Proxy:` header to a CGI program as HTTP_PROXY.
        boolean cgi = scheme.equals("http") && variables.containsKey(CGI);
        String upper = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
        String lower = scheme + "_proxy";
        return (cgi ? first(lower) : first(upper, lower)).map(text -> parse(text, upper));
    }

    private Optional<String> first(String... names) {
        for (String name : names) {
            String value = variables.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static URI parse(String text, String variable) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && "http".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException none) {
            // Told below: the text may hold a password, and so may the exception.
        }
        throw new OutsideException(new Problem(
                Location.ofFile(variable),
                "proxy-variable",
                "the environment variable " + variable + " names no http proxy",
                "a proxy is `http://<host>:<port>`, with `<user>:<password>@` before the host where it asks for a login;"
                        + " TLS goes through it unread",
                "correct the variable, or unset it; its value is not shown, for it may hold a password"));
    }

    private static InetSocketAddress address(URI proxy) {
        return new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? HTTP : proxy.getPort());
    }
}
