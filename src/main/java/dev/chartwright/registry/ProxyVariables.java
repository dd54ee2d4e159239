package dev.chartwright.registry;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
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
    private final Map<String, String> variables;
    private final NoProxy noProxy;

    /** Reads both variables at once, so that a wrong one shows before anything is sent. */
    ProxyVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        noProxy = NoProxy.parse(set("NO_PROXY", "no_proxy").map(this::value).orElse(""));
        proxy("http");
        proxy("https");
    }

    @Override
    public List<Proxy> select(URI uri) {
        return proxyOf(uri)
                .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, proxy.socketAddress())))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself fails, and is told.
    }

    /** The header field that lets requests to an address through its proxy. */
    Optional<String> login(URI uri) {
        return proxyOf(uri).flatMap(ProxyAddress::header);
    }

    private Optional<ProxyAddress> proxyOf(URI uri) {
        Origin origin = Origin.of(uri);
        return origin.isLocal() || noProxy.covers(origin) ? Optional.empty() : proxy(origin.scheme());
    }

    private Optional<ProxyAddress> proxy(String scheme) {
        // A web server hands a request's `Proxy:` header to a CGI program as HTTP_PROXY.
        boolean cgi = scheme.equals("http") && set(CGI).isPresent();
        String upper = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
        String lower = scheme + "_proxy";
        Optional<String> variable = cgi ? set(lower) : set(upper, lower);
        return variable.map(name -> ProxyAddress.parse(value(name)).orElseThrow(() -> problem(name)));
    }

    private Optional<String> set(String... names) {
        return Arrays.stream(names).filter(name -> !value(name).isEmpty()).findFirst();
    }

    private String value(String name) {
        return variables.getOrDefault(name, "");
    }

    private static OutsideException problem(String variable) {
        return new OutsideException(new Problem(
                Location.ofFile(variable),
                "proxy-variable",
                "the environment variable " + variable + " names no http proxy",
                "a proxy is `http://<host>:<port>`, with `<user>:<password>@` before the host where it asks for a login;"
                        + " TLS goes through it unread",
                "correct the variable, or unset it; its value is not shown, for it may hold a password"));
    }
}
