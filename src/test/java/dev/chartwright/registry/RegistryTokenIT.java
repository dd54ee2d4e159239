package dev.chartwright.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A token that the registry itself takes: it goes there once the registry asks, and to no token service. */
class RegistryTokenIT {
    private static final Digest DIGEST = Digest.of(new byte[0]);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", this::answer);
        registry.start();
        server = Optional.of(registry);
    }

    @AfterEach
    void stop() {
        server.ifPresent(registry -> registry.stop(0));
    }

    private String host() {
        return "127.0.0.1:" + server.orElseThrow().getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        heard.add(exchange.getRequestURI().getPath() + " " + login);
        boolean known = login.equals("Bearer of-a-robot");
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.oci.image.manifest.v1+json");
        exchange.getResponseHeaders().set("Docker-Content-Digest", DIGEST.value());
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"http://" + host() + "/token\"");
        exchange.sendResponseHeaders(known ? 200 : 401, -1);
        exchange.close();
    }

    private Registry registry(String token) {
        Credentials credentials = host -> Optional.of(Credential.registryToken(token, "`auth.json`"));
        return new Registry(new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), credentials);
    }

    @Test
    void opensTheRegistry() {
        Reference chart = Reference.parse(host() + "/shop:1.0.0");

        assertThat(registry("of-a-robot").head(chart)).isPresent();
        assertThat(heard)
                .containsExactly("/v2/shop/manifests/1.0.0 null", "/v2/shop/manifests/1.0.0 Bearer of-a-robot");
    }

    @Test
    void isToldWhereItIsRefused() {
        Reference chart = Reference.parse(host() + "/shop:1.0.0");
        OutsideException refused = catchThrowableOfType(
                OutsideException.class, () -> registry("run-out").head(chart));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("registry-login");
            assertThat(problem.why()).isEqualTo("the registry does not take the registry token of `auth.json`");
        });
        assertThat(heard).noneMatch(request -> request.startsWith("/token"));
    }
}
