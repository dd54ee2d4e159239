package dev.chartwright.crds;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"/file", "/redirect/1", "/redirect/5"})
    void givesTheBytes(String path) {
        assertThat(fetch(path, LONG)).isEqualTo(LockedFolder.bytes(LockedFolder.LAMPS));
    }

    @ParameterizedTest
    @CsvSource({
        "/redirect/6, redirects more than 5 times",
        "/missing, HTTP 404",
        "/lost, HTTP 302",
        "/elsewhere, redirects to `ftp://example.com/`",
        "/huge, larger than 5242880 bytes",
        "/short, content-length"
    })
    void namesTheUrlAndWhyItGaveNothing(String path, String reason) {
        assertThatThrownBy(() -> fetch(path, LONG))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining("cannot fetch " + url(path))
                .cause()
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"/silent", "/slow"})
    void waitsNoLongerThanItsLimit(String path) {
        assertThatThrownBy(() -> fetch(path, Duration.ofMillis(300)))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining(url(path).toString())
                .cause()
                .hasMessageContaining("no whole answer in 300 ms");
    }

    @Test
    void namesTheUrlOfAServerThatIsNotThere() {
        URI gone = url("/file");
        server.stop(0);
        assertThatThrownBy(() -> new Web(LONG).fetch(crd(gone)))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining(gone.toString());
    }

    private byte[] fetch(String path, Duration limit) {
        return new Web(limit).fetch(crd(url(path)));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static LockedCrd crd(URI url) {
        return new LockedCrd(
                "lamps.example.com",
                "redis",
                "1.0.0",
                "MIT",
                url,
                "a/b.yaml",
                Digest.of(new byte[0]),
                Location.ofFile("lock"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/file" -> send(exchange, LockedFolder.bytes(LockedFolder.LAMPS));
                case "/huge" -> send(exchange, new byte[CrdSource.LARGEST + 1]);
                case "/elsewhere" -> redirect(exchange, "ftp://example.com/");
                case "/lost" -> exchange.sendResponseHeaders(302, -1);
                case "/silent" -> await();
                case "/slow" -> begin(exchange, true);
                case "/short" -> begin(exchange, false);
                default -> follow(exchange, path);
            }
        }
    }

    private static void follow(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith("/redirect/")) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        int more = Integer.parseInt(path.substring("/redirect/".length())) - 1;
        redirect(exchange, more == 0 ? "/file" : "/redirect/" + more);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    /** Announces more than it gives. */
    private void begin(HttpExchange exchange, boolean stalls) throws IOException {
        exchange.sendResponseHeaders(200, 10);
        OutputStream body = exchange.getResponseBody();
        body.write('a');
        body.flush();
        if (stalls) {
            await();
        }
    }

    private void await() {
        try {
            end.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
