package dev.chartwright.registry;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;

/** Answers the challenges of one registry. */
final class Login {
    private static final String CHALLENGE = "WWW-Authenticate";
    private final String registry;
    private final Credentials credentials;
    private final TokenService tokens;
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private Optional<Optional<Credential>> credential = Optional.empty();
    private volatile Optional<TokenService.Reply> service = Optional.empty();

    Login(String registry, Credentials credentials, TokenService tokens) {
        this.registry = registry;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /** The header field that last opened the door for a scope. */
    Optional<String> header(Subject subject) {
        return Optional.ofNullable(headers.get(subject.scope()));
    }

    /** A new header field after a 401; nothing where there is no login, or none that helps. */
    Optional<String> renew(Subject subject, Answer refused, Deadline deadline) throws IOException {
        headers.remove(subject.scope());
        List<Challenge> challenges = Challenge.parse(refused.headers().allValues(CHALLENGE));
        Optional<Challenge> bearer = find(challenges, "bearer");
        Optional<String> header = bearer.isPresent()
                ? bearer(subject, refused, bearer.get(), deadline)
                : find(challenges, "basic").flatMap(basic -> basic());
        header.ifPresent(value -> headers.put(subject.scope(), value));
        return header;
    }

    private static Optional<Challenge> find(List<Challenge> challenges, String scheme) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme().equals(scheme))
                .findFirst();
    }

    private Optional<String> basic() {
        return credential().filter(login -> login.is(Credential.Kind.PASSWORD)).map(tokens::basic);
    }

    private Optional<String> bearer(Subject subject, Answer refused, Challenge challenge, Deadline deadline)
            throws IOException {
        Optional<Credential> registryToken = credential().filter(login -> login.is(Credential.Kind.REGISTRY_TOKEN));
        return registryToken.isPresent()
                ? registryToken.map(tokens::bearer)
                : fetched(realm(subject, refused, challenge), challenge, deadline);
    }

    private Optional<String> fetched(URI realm, Challenge challenge, Deadline deadline) throws IOException {
        TokenService.Reply reply = tokens.fetch(realm, challenge, credential(), deadline);
        if (Backoff.isPassing(reply.answer())) {
            throw new PassingException(reply.answer());
        }
        service = Optional.of(reply);
        return reply.token().map(token -> "Bearer " + token);
    }

    private URI realm(Subject subject, Answer refused, Challenge challenge) {
        Origin registryOrigin = Origin.of(refused.uri());
        return challenge
                .parameter("realm")
                .flatMap(Login::address)
                .filter(uri -> mayHaveLogin(Origin.of(uri), registryOrigin))
                .orElseThrow(() -> Refusal.tokenService(
                        subject, tokens.hide(challenge.parameter("realm").orElse(""))));
    }

    /** Over http only where the registry speaks it too, because the user said so, and no further than there or here. */
    static boolean mayHaveLogin(Origin realm, Origin registryOrigin) {
        return realm.isSecure()
                || realm.isPlain()
                        && !registryOrigin.isSecure()
                        && (realm.isLocal() || realm.host().equals(registryOrigin.host()));
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            return Optional.of(uri).filter(address -> address.getHost() != null && address.getUserInfo() == null);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What became of the login so far. */
    synchronized LoginState state() {
        return new LoginState(registry, credentials, credential, service);
    }

    /** Looked up once: a helper may ask a person. */
    private synchronized Optional<Credential> credential() {
        if (credential.isEmpty()) {
            credential = Optional.of(credentials.find(registry));
        }
        return credential.get();
    }

    /** The token service is overloaded; worth another try. */
    static final class PassingException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        PassingException(Answer answer) {
            super("the token service answered " + answer.status());
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }
    }
}
