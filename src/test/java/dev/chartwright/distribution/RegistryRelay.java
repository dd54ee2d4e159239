package dev.chartwright.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands before a registry that asks nobody who is there, and can hold requests and answers up. */
public final class RegistryRelay implements AutoCloseable {
    /** Is asked before a request goes on and before its answer goes back. */
    public interface Gate {
        /** Lets a request pass when it returns. */
        default void before(String request) throws Exception {}

        /** Lets an answer pass when it returns. */
        default void after(String request) throws Exception {}

        /** What is added to an answer. */
        default Map<String, List<String>> headers(String request) {
            return Map.of();
        }

        /** Whether the registry's own header field stays in its answer. */
        default boolean keeps(String header) {
            return true;
        }

        /** What answers in place of the registry; a request with a login ends in {@link #WITH_LOGIN}. */
        default Optional<Reply> instead(String request) {
            return Optional.empty();
        }
    }

    /** An answer that the registry itself does not give. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        /** The content of something that is there. */
        public static Reply of(String content) {
            return new Reply(200, Map.of(), content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Marks requests that carry a login. */
    public static final String WITH_LOGIN = " with a login";

    private static final List<String> NOT_PASSED_ON =
            List.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String target;
    private final Gate gate;

    private RegistryRelay(HttpServer server, String target, Gate gate) {
        this.server = server;
        this.target = target;
        this.gate = gate;
    }

    /** Starts it before a registry. */
    public static RegistryRelay before(DockerRegistry registry, Gate gate) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RegistryRelay relay = new RegistryRelay(server, registry.host(), gate);
        server.setExecutor(relay.threads);
        server.createContext("/", relay::answer);
        server.start();
        return relay;
    }

    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            gate.before(request);
            Optional<Reply> instead = gate.instead(request + mark(exchange));
            if (instead.isPresent()) {
                give(exchange, instead.get());
                return;
            }
            HttpResponse<byte[]> response =
                    client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            gate.after(request);
            exchange.getResponseHeaders().putAll(gate.headers(request));
            giveBack(exchange, response);
        } catch (IOException lost) {
            throw lost;
        } catch (Exception stuck) {
            throw new IOException("the gate never opened", stuck);
        }
    }

    private static String mark(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey("Authorization") ? WITH_LOGIN : "";
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-Forwarded-Host", host());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private void giveBack(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && gate.keeps(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        send(exchange, response.statusCode(), response.body());
    }

    private static void give(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, reply.status(), reply.body());
    }

    /** After HEAD there is no body, and a server that sends one spoils the next answer. */
    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
    }
}
