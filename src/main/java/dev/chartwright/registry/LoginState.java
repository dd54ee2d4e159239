package dev.chartwright.registry;

import java.util.Optional;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;
import dev.chartwright.problem.Quote;

/**
 * What became of a login, for refusals. Looks nothing up: a broken file of logins is no reason for an answer that has
 * nothing to do with them.
 *
 * @param registry whose login it is
 * @param credentials where it was looked for
 * @param found the login, once the registry asked for one; nothing in it where there is none
 * @param service what the token service last said, where it was asked
 */
record LoginState(
        String registry,
        Credentials credentials,
        Optional<Optional<Credential>> found,
        Optional<TokenService.Reply> service) {
    boolean isSent() {
        return login().isPresent();
    }

    /** Whether the registry asked for a login, and there was none. */
    boolean isMissing() {
        return found.isPresent() && !isSent();
    }

    String advice() {
        return credentials.advice(registry);
    }

    /** What to do where the registry wants a login. */
    String remedy() {
        return found.isEmpty()
                ? "use an address of the registry that asks for Basic or Bearer, with no proxy before it that asks for more"
                : login().map(this::remedy).orElseGet(this::advice);
    }

    /** Whoever is refused with a login has just logged in: the same once more helps nobody. */
    private String remedy(Credential login) {
        if (isTokenGiven()) {
            return "give the login permission for this at the registry; where it has that, have the registry trust its token"
                    + " service, whose key, name and clock have to be those that it expects";
        }
        return switch (login.kind()) {
            case PASSWORD ->
                "make a new password or access token for that name at the registry, and put it in place of that of "
                        + login.source();
            case IDENTITY_TOKEN -> "run `docker login " + registry + "`, which brings a new one, for they run out";
            case REGISTRY_TOKEN ->
                "make a new token at the registry, and put it in place of the `registrytoken` of " + login.source();
        };
    }

    private boolean isTokenGiven() {
        return service.filter(reply -> reply.token().isPresent()).isPresent();
    }

    /** Why a registry that wants a login is not content. */
    String unauthorized(Secrets secrets) {
        if (found.isEmpty()) {
            return "the registry asks for no login of the kinds that this client sends, Basic and Bearer";
        }
        if (isTokenGiven()) {
            return login().map(LoginState::words).orElseGet(this::missing)
                    + (isSent()
                            ? " brings a token of the token service"
                            : ", so the token service gave a token for nobody")
                    + ", and the registry does not take that";
        }
        return login().map(login -> "the registry does not take " + words(login))
                        .orElseGet(this::missing)
                + service.map(reply -> "; its token service answered " + words(reply.answer(), secrets))
                        .orElse("");
    }

    /** Why something is forbidden. */
    String forbidden(String what) {
        if (found.isEmpty()) {
            return "the registry asked for no login, so none was sent, and nobody may " + what;
        }
        return login().map(login -> words(login) + " may not " + what)
                .orElseGet(() -> missing() + ", and nobody may " + what + " without one");
    }

    private Optional<Credential> login() {
        return found.flatMap(login -> login);
    }

    private String missing() {
        return "no login for " + registry + " was found in " + credentials.places();
    }

    private static String words(Credential login) {
        String name = switch (login.kind()) {
            case PASSWORD -> "login " + Quote.of(login.username());
            case IDENTITY_TOKEN -> "identity token";
            case REGISTRY_TOKEN -> "registry token";
        };
        return "the " + name + " of " + login.source();
    }

    private static String words(Answer answer, Secrets secrets) {
        String said = RegistryWords.of(answer, secrets);
        return answer.status() + (said.isEmpty() ? ", and no token" : ": " + Quote.said(said));
    }
}
