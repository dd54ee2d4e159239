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
 * @param tokenless the token service's answer that held no token
 */
record LoginState(
        String registry, Credentials credentials, Optional<Optional<Credential>> found, Optional<Answer> tokenless) {
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
                : advice();
    }

    /** Why a registry that wants a login is not content. */
    String unauthorized(Secrets secrets) {
        if (found.isEmpty()) {
            return "the registry asks for no login of the kinds that this client sends, Basic and Bearer";
        }
        return login().map(login -> "the registry does not take " + words(login))
                        .orElseGet(this::missing)
                + tokenless
                        .map(answer -> "; its token service answered " + words(answer, secrets))
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
