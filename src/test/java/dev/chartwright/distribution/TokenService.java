package dev.chartwright.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Gives tokens to one user, as the distribution project specifies: a GET with a login, or OAuth2's POST. */
final class TokenService implements AutoCloseable {
    static final String SERVICE = "registry of a test";
    static final String ISSUER = "token service of a test";
    private static final int LIFE = 300;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final TestKeys keys;
    private final HttpServer server;
    private final AtomicInteger given = new AtomicInteger();

    private TokenService(TestKeys keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static TokenService start(TestKeys keys) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenService service = new TokenService(keys, server);
        server.createContext("/token", service::answer);
        server.start();
        return service;
    }

    String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    int given() {
        return given.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery() == null
                ? form
                : exchange.getRequestURI().getRawQuery();
        if (isLoggedIn(exchange, query)) {
            given.incrementAndGet();
            String token = token(values(query, "scope"));
            send(
                    exchange,
                    200,
                    "{\"token\":\"" + token + "\",\"access_token\":\"" + token + "\",\"expires_in\":" + LIFE + "}");
        } else {
            send(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"wrong login\"}]}");
        }
    }

    private static boolean isLoggedIn(HttpExchange exchange, String query) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String login = DockerRegistry.USER + ":" + DockerRegistry.PASSWORD;
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return header.equals(basic)
                || values(query, "username").contains(DockerRegistry.USER)
                        && values(query, "password").contains(DockerRegistry.PASSWORD);
    }

    private static List<String> values(String query, String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                values.add(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** A JSON web token (RFC 7519) that carries its signer's certificate. */
    private String token(List<String> scopes) {
        try {
            String header = "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"x5c\":[\""
                    + Base64.getEncoder().encodeToString(keys.tokenSigner().getEncoded()) + "\"]}";
            String signed = encode(header) + "." + encode(claims(scopes));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.tokenKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String claims(List<String> scopes) {
        long now = Instant.now().getEpochSecond();
        List<String> access = new ArrayList<>();
        for (String scope : String.join(" ", scopes).split(" ")) {
            String[] parts = scope.split(":");
            if (parts.length == 3) {
                access.add("{\"type\":\"" + parts[0] + "\",\"name\":\"" + parts[1] + "\",\"actions\":[\""
                        + parts[2].replace(",", "\",\"") + "\"]}");
            }
        }
        return "{\"iss\":\"" + ISSUER + "\",\"sub\":\"" + DockerRegistry.USER + "\",\"aud\":\"" + SERVICE
                + "\",\"exp\":" + (now + LIFE) + ",\"nbf\":" + (now - 10) + ",\"iat\":" + now + ",\"jti\":\""
                + UUID.randomUUID() + "\",\"access\":[" + String.join(",", access) + "]}";
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
