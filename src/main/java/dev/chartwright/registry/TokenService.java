package dev.chartwright.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import dev.chartwright.oci.Credential;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches Bearer tokens (distribution specification, "Token Authentication", and its OAuth2 variant). */
final class TokenService {
    private static final int OK = 200;
    private static final String CLIENT = "chartwright";

    /** No server takes a longer header field. */
    private static final int LONGEST_TOKEN = 64 * 1024;

    private final Transport transport;
    private final Secrets secrets;

    TokenService(Transport transport, Secrets secrets) {
        this.transport = transport;
        this.secrets = secrets;
    }

    /** The service's answer; its token, where the answer is one. */
    record Reply(Answer answer, Optional<String> token) {
        /** Shows no token: messages print records. */
        @Override
        public String toString() {
            return "Reply[hidden]";
        }
    }

    /** Passwords go by GET: GHCR refuses a POST. Identity tokens go by POST, the only way there is. */
    Reply fetch(URI realm, Challenge challenge, Optional<Credential> login, Deadline deadline) throws IOException {
        Call call = login.filter(known -> known.is(Credential.Kind.IDENTITY_TOKEN))
                .map(token -> post(realm, challenge, token))
                .orElseGet(() -> get(realm, challenge, login));
        Answer answer = transport.send(call, deadline.request(call));
        Optional<String> token = answer.status() == OK ? token(answer) : Optional.empty();
        token.ifPresent(secrets::add);
        return new Reply(answer, token);
    }

    /** A text of the other side without what it was sent. */
    String hide(String text) {
        return secrets.hide(text);
    }

    private Call get(URI realm, Challenge challenge, Optional<Credential> login) {
        StringBuilder query = new StringBuilder();
        challenge.parameter("service").ifPresent(service -> parameter(query, "service", service));
        challenge.parameter("scope").ifPresent(scope -> scopes(query, scope));
        String separator = realm.getRawQuery() == null ? "?" : "&";
        Call call = Call.of("GET", query.isEmpty() ? realm : URI.create(realm + separator + query));
        return login.map(known -> call.with("Authorization", basic(known))).orElse(call);
    }

    private static void scopes(StringBuilder query, String scopes) {
        for (String scope : scopes.strip().split(" +")) {
            parameter(query, "scope", scope);
        }
    }

    private Call post(URI realm, Challenge challenge, Credential token) {
        secrets.add(token.secret());
        StringBuilder form = new StringBuilder();
        parameter(form, "grant_type", "refresh_token");
        parameter(form, "refresh_token", token.secret());
        parameter(form, "client_id", CLIENT);
        challenge.parameter("service").ifPresent(service -> parameter(form, "service", service));
        challenge.parameter("scope").ifPresent(scope -> parameter(form, "scope", scope));
        return Call.of("POST", realm)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .sending(form.toString().getBytes(StandardCharsets.UTF_8), count -> {});
    }

    private static void parameter(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The header field of a password. */
    String basic(Credential login) {
        byte[] pair = (login.username() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(pair);
        secrets.add(login.secret());
        secrets.add(encoded);
        return "Basic " + encoded;
    }

    /** The header field of a token that the registry itself takes. */
    String bearer(Credential token) {
        secrets.add(token.secret());
        return "Bearer " + token.secret();
    }

    /** Services call it `token`, `access_token` or both. */
    private static Optional<String> token(Answer answer) {
        try {
            JsonNode document = JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
            String token = document.path("token").asString("");
            String other = document.path("access_token").asString("");
            return Optional.of(token.isEmpty() ? other : token).filter(TokenService::isToken);
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** What a header field can hold (RFC 6750, 2.1). */
    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_TOKEN
                && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
    }
}
