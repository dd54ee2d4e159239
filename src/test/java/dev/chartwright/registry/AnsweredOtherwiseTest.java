package dev.chartwright.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A registry that says yes in another way than it should, and pages that say yes to everything. */
class AnsweredOtherwiseTest {
    private static final String TYPE = "application/vnd.oci.image.manifest.v1+json";
    private static final byte[] MANIFEST = "{\"schemaVersion\":2,\"layers\":[]}".getBytes(StandardCharsets.UTF_8);
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private boolean keeps = true;
    private int success = 201;
    private byte[] page = new byte[0];
    private String type = TYPE;
    private HttpServer server;
    private Registry registry;
    private Reference tag;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());
        tag = Reference.parse("127.0.0.1:" + server.getAddress().getPort() + "/shop")
                .withTag("1.0.0");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "POST" -> {
                    exchange.getResponseHeaders().add("Location", "/v2/shop/blobs/" + "upload");
                    say(exchange, 202, new byte[0]);
                }
                case "PUT" -> {
                    if (keeps) {
                        String query = String.valueOf(exchange.getRequestURI().getQuery());
                        stored.put(query.startsWith("digest=") ? "/v2/shop/blobs/" + query.substring(7) : path, sent);
                    }
                    say(exchange, success, page);
                }
                default -> {
                    byte[] there = stored.getOrDefault(path, page);
                    say(exchange, there.length == 0 ? 404 : 200, there);
                }
            }
        }
    }

    private void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, isHead || body.length == 0 || status == 204 ? -1 : body.length);
        if (!isHead && body.length > 0 && status != 204) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Problem problem(Runnable call) {
        return catchThrowableOfType(OutsideException.class, call::run)
                .problems()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void isBelievedOnceItCanBeRead(int status) {
        success = status;
        assertThat(registry.put(tag, TYPE, MANIFEST).digest()).isEqualTo(Digest.of(MANIFEST));
        registry.upload(tag, MANIFEST, sent -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void isNotBelievedWhereNothingIsAfterwards(int status) {
        success = status;
        keeps = false;
        Problem manifest = problem(() -> registry.put(tag, TYPE, MANIFEST));
        assertThat(manifest.code()).isEqualTo("registry-answer");
        assertThat(manifest.what())
                .isEqualTo("the answer of " + tag.registry() + " to a manifest that it was sent is " + status
                        + ", not 201, and it does not have it");
        Problem blob = problem(() -> registry.upload(tag, MANIFEST, sent -> {}));
        assertThat(blob.code()).isEqualTo("registry-answer");
        assertThat(blob.what()).contains(" to a blob that it was sent is " + status + ", not 201");
    }

    /** With the type of a manifest or without it, and even with a digest. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"ok\"}", "{}", "{\"schemaVersion\":2}", "{\"layers\":[]}", "[]", "<html>"})
    void isNoManifest(String text) {
        page = text.getBytes(StandardCharsets.UTF_8);
        success = 200;
        keeps = false;
        for (String each : new String[] {"application/json", "text/html", TYPE}) {
            type = each;
            assertThat(problem(() -> registry.head(tag)).code()).isEqualTo("registry-answer");
            assertThat(problem(() -> registry.fetch(tag)).code()).isEqualTo("registry-answer");
            assertThat(problem(() -> registry.put(tag, TYPE, MANIFEST)).code()).isEqualTo("registry-answer");
        }
    }

    @Test
    void isAManifestInDockersFormsToo() {
        page = "{\"schemaVersion\":1,\"fsLayers\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(registry.head(tag)).isPresent();
    }
}
