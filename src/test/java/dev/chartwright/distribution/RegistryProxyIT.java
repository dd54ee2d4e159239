package dev.chartwright.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A registry behind a proxy: both have logins, and neither may see the other's. */
@Timeout(60)
class RegistryProxyIT {
    private static final byte[] MANIFEST = "{\"schemaVersion\":2,\"layers\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final Reference CHART = Reference.parse("registry.test/charts/shop:1.0.0");
    private static final String PROXY_LOGIN = "ann:hunter2";
    private static final Credential LOGIN = Credential.password("bob", "swordfish", "a test");

    @TempDir
    private static Path folder;

    private static Path authority = Path.of("");
    private static Optional<HttpServer> secure = Optional.empty();
    private static Optional<HttpServer> plain = Optional.empty();
    private static final List<Headers> SEEN = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        TestKeys keys = TestKeys.in(folder);
        authority = keys.authority();
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        secure = Optional.of(serve(https));
        plain = Optional.of(serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)));
    }

    private static SSLContext context(TestKeys keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys.store(), keys.password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static HttpServer serve(HttpServer server) {
        server.createContext("/", RegistryProxyIT::answer);
        server.start();
        return server;
    }

    /** A registry that wants a login and has one manifest. */
    private static void answer(HttpExchange exchange) throws IOException {
        SEEN.add(exchange.getRequestHeaders());
        boolean known = exchange.getRequestHeaders().containsKey("Authorization");
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.oci.image.manifest.v1+json");
        exchange.sendResponseHeaders(known ? 200 : 401, known ? MANIFEST.length : -1);
        if (known) {
            exchange.getResponseBody().write(MANIFEST);
        }
        exchange.close();
    }

    @AfterAll
    static void stop() {
        secure.ifPresent(server -> server.stop(0));
        plain.ifPresent(server -> server.stop(0));
    }

    private static TunnelProxy proxy(Optional<HttpServer> target) throws IOException {
        return TunnelProxy.start(target.orElseThrow().getAddress().getPort(), Optional.of(basic(PROXY_LOGIN)));
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FetchedManifest> fetch(Reference chart, boolean plainHttp, String proxy) {
        Map<String, String> variables = Map.of("HTTPS_PROXY", proxy, "HTTP_PROXY", proxy);
        RegistrySettings settings =
                new RegistrySettings(plainHttp, Optional.of(authority), variables, Limits.standard());
        return new Registry(settings, host -> Optional.of(LOGIN)).fetch(chart);
    }

    private static Problem problem(Reference chart, boolean plainHttp, String proxy) {
        return catchThrowableOfType(OutsideException.class, () -> fetch(chart, plainHttp, proxy))
                .problems()
                .get(0);
    }

    @Test
    void tunnelsTlsThroughAProxyWithALogin() throws IOException {
        SEEN.clear();
        try (TunnelProxy proxy = proxy(secure)) {
            assertThat(fetch(CHART, false, "http://" + PROXY_LOGIN + "@" + proxy.host())
                            .orElseThrow()
                            .content())
                    .isEqualTo(MANIFEST);
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head -> assertThat(head)
                            .contains(
                                    "CONNECT registry.test:443 HTTP/1.1", "Proxy-Authorization: " + basic(PROXY_LOGIN))
                            .noneMatch(line -> line.startsWith("Authorization")));
        }
        assertThat(SEEN).hasSize(2).noneMatch(headers -> headers.containsKey("Proxy-Authorization"));
    }

    @Test
    void sendsPlainRequestsThroughAProxyWithALogin() throws IOException {
        try (TunnelProxy proxy = proxy(plain)) {
            assertThat(fetch(CHART, true, PROXY_LOGIN + "@" + proxy.host())
                            .orElseThrow()
                            .content())
                    .isEqualTo(MANIFEST);
            assertThat(proxy.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head)
                            .contains("Proxy-Authorization: " + basic(PROXY_LOGIN))
                            .anyMatch(line ->
                                    line.startsWith("GET http://registry.test:80/v2/charts/shop/manifests/1.0.0")));
        }
    }

    @Test
    void saysThatAProxyDoesNotTakeItsLogin() throws IOException {
        try (TunnelProxy tls = proxy(secure);
                TunnelProxy open = proxy(plain)) {
            assertRefused(problem(CHART, false, "http://ann:wrong-hunter@" + tls.host()));
            assertRefused(problem(CHART, false, tls.host()));
            assertRefused(problem(CHART, true, "http://ann:wrong-hunter@" + open.host()));
            assertThat(tls.heads()).hasSize(2);
            assertThat(open.heads()).hasSize(1);
        }
    }

    private static void assertRefused(Problem problem) {
        assertThat(problem.code()).isEqualTo("proxy-login");
        assertThat(problem.what()).isEqualTo("the proxy between here and registry.test wants another login");
        assertThat(problem.toString()).doesNotContain("hunter", "swordfish");
    }

    @Test
    void saysThatAProxyLetsNobodyThrough() throws IOException {
        try (TunnelProxy proxy = proxy(secure)) {
            Problem problem = problem(Reference.parse("refused.test/shop:1"), false, PROXY_LOGIN + "@" + proxy.host());
            assertThat(problem.code()).isEqualTo("registry-unreachable");
            assertThat(problem.what())
                    .isEqualTo("refused.test:443 cannot be reached: the proxy does not let it through");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @Test
    void saysThatAProxyIsNotThere() {
        Problem problem = problem(CHART, false, "http://ann:hunter2@nowhere.invalid:3128");
        assertThat(problem.code()).isEqualTo("registry-unreachable");
        assertThat(problem.toString()).doesNotContain("hunter");
    }
}
