package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.RegistryRelay;
import dev.chartwright.distribution.TunnelProxy;

/**
 * What words in braces stand for in a command of {@link CommandGoldenIT}.
 *
 * <ul>
 *   <li>{@code {registry}}: a registry that asks nobody who is there;
 *   <li>{@code {host}}: the same, behind what a case answers in its place;
 *   <li>{@code {tls}}: a registry with a login and a certificate of {@code {authority}};
 *   <li>{@code {proxy}}: a proxy with a login before {@code {registry}};
 *   <li>{@code {elsewhere}}, {@code {past}}, {@code {future}}: hosts whose certificates are for another host, or another
 *       time, all of the authority {@code {vouching}};
 *   <li>{@code {version}}: a host that speaks no TLS of today.
 * </ul>
 *
 * <p>Each is started when a case names it first.
 */
final class CommandHosts implements AutoCloseable {
    private static final Pattern WORD =
            Pattern.compile("\\{(registry|host|tls|authority|proxy|elsewhere|past|future|version|vouching)\\}");

    /** {@code ann:hunter2} in Base64. */
    private static final String PROXY_LOGIN = "Basic YW5uOmh1bnRlcjI=";

    private final Path storage;
    private final DockerRegistry open;
    private Optional<DockerRegistry> secure = Optional.empty();
    private Optional<TunnelProxy> proxy = Optional.empty();
    private Optional<RegistryRelay> relay = Optional.empty();
    private Optional<TlsHosts> faultyTls = Optional.empty();

    private CommandHosts(Path storage, DockerRegistry open) {
        this.storage = storage;
        this.open = open;
    }

    static CommandHosts start(Path storage) throws IOException {
        return new CommandHosts(storage, DockerRegistry.start(DockerRegistry.Mode.OPEN, storage.resolve("open")));
    }

    /** From now on, until {@link #unguard}, {@code {host}} is guarded. */
    void guard(RegistryRelay.Gate gate) throws IOException {
        relay = Optional.of(RegistryRelay.before(open, gate));
    }

    void unguard() {
        relay.ifPresent(RegistryRelay::close);
        relay = Optional.empty();
    }

    /** The text with each word replaced. */
    String fill(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(place(word.group(1))));
    }

    private String place(String word) {
        return switch (word) {
            case "registry" -> open.host();
            case "host" -> relay.map(RegistryRelay::host).orElse(open.host());
            case "tls" -> secure().host();
            case "authority" -> secure().authority().orElseThrow().toString();
            case "proxy" -> proxy().host();
            default -> faultyTls().place(word);
        };
    }

    private DockerRegistry secure() {
        try {
            if (secure.isEmpty()) {
                secure = Optional.of(DockerRegistry.start(DockerRegistry.Mode.HTPASSWD_TLS, storage.resolve("secure")));
            }
            return secure.get();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private TlsHosts faultyTls() {
        if (faultyTls.isEmpty()) {
            faultyTls = Optional.of(TlsHosts.start(storage.resolve("tls")));
        }
        return faultyTls.get();
    }

    private TunnelProxy proxy() {
        try {
            if (proxy.isEmpty()) {
                int target = Integer.parseInt(open.host().replaceFirst(".*:", ""));
                proxy = Optional.of(TunnelProxy.start(target, Optional.of(PROXY_LOGIN)));
            }
            return proxy.get();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text with names in place of addresses, which differ from one run to the next. */
    String told(String text) {
        String named = Stream.of(
                        Stream.of(open.host()),
                        relay.stream().map(RegistryRelay::host),
                        secure.stream().map(DockerRegistry::host))
                .flatMap(hosts -> hosts)
                .reduce(text, (words, host) -> words.replace(host, "registry.example"));
        return faultyTls.map(hosts -> hosts.told(named)).orElse(named);
    }

    @Override
    public void close() throws IOException {
        open.close();
        secure.ifPresent(DockerRegistry::close);
        for (TunnelProxy started : proxy.stream().toList()) {
            started.close();
        }
        for (TlsHosts started : faultyTls.stream().toList()) {
            started.close();
        }
    }
}
