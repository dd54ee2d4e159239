package dev.chartwright.registry;

import java.util.Locale;

import javax.net.ssl.SSLException;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** The one problem that a call ends in. */
final class Refusal {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int PROXY_LOGIN = 407;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int NO_SPACE = 507;

    private Refusal() {}

    private static OutsideException problem(Subject subject, String code, String what, String... whyAndFix) {
        return new OutsideException(
                new Problem(Location.ofFile(subject.reference().toString()), code, what, whyAndFix[0], whyAndFix[1]));
    }

    /** The problem of an answer, by its status and what the registry says. */
    static OutsideException of(Subject subject, Answer answer, boolean hasLogin, Secrets secrets) {
        String words = RegistryWords.of(answer, secrets);
        String said = answered(subject, answer) + (words.isEmpty() ? "" : ": " + Quote.of(words));
        String quota = words.toLowerCase(Locale.ROOT);
        if (answer.status() == NO_SPACE || quota.contains("quota") || quota.contains("storage limit")) {
            return problem(
                    subject,
                    "registry-quota",
                    said,
                    "the registry has no room left for this account",
                    "remove versions that nobody uses, or raise the quota at the registry");
        }
        return switch (answer.status()) {
            case UNAUTHORIZED -> denied(subject, said, hasLogin);
            case FORBIDDEN -> forbidden(subject, said);
            case NOT_FOUND, NOT_ALLOWED -> missing(subject, said);
            case PROXY_LOGIN -> proxy(subject);
            case CONFLICT ->
                problem(
                        subject,
                        "registry-immutable",
                        said,
                        "the registry lets nobody change what is there",
                        "push under a new version");
            case TOO_LARGE ->
                problem(
                        subject,
                        "registry-too-large",
                        said,
                        "the registry, or a proxy before it, takes no body of this size",
                        "raise its limit for uploads");
            default ->
                problem(
                        subject,
                        "registry-refused",
                        said,
                        "the registry took part of the distribution specification otherwise than this client",
                        "read the registry's own log of this request");
        };
    }

    private static String answered(Subject subject, Answer answer) {
        return subject.reference().registry() + " answered " + answer.status()
                + (subject.isWriting() ? " to the push" : " to the question");
    }

    private static OutsideException denied(Subject subject, String said, boolean hasLogin) {
        String host = subject.reference().registry();
        return problem(
                subject,
                "registry-login",
                said,
                hasLogin
                        ? "the registry does not take the login that was found for " + host
                        : "no login for " + host + " was found in Helm's or Docker's configuration",
                "run `helm registry login " + host + "`, or give `--username` and `--password-stdin`");
    }

    private static OutsideException forbidden(Subject subject, String said) {
        return problem(
                subject,
                "registry-denied",
                said,
                "the registry does not let this login, or anybody without one, "
                        + (subject.isWriting() ? "write" : "read") + " in `"
                        + subject.reference().repository() + "`",
                "give it the permission at the registry, or name a repository that it has");
    }

    private static OutsideException missing(Subject subject, String said) {
        return problem(
                subject,
                "registry-not-found",
                said,
                "the host serves no registry there, or the repository `"
                        + subject.reference().repository() + "` must be made first",
                "look at the host and the path, and make the project where the registry wants one");
    }

    private static OutsideException proxy(Subject subject) {
        return problem(
                subject,
                "proxy-login",
                "the proxy between here and " + subject.reference().registry() + " wants another login",
                "its login stands in HTTPS_PROXY or HTTP_PROXY as `http://<user>:<password>@<host>:<port>`, sent as Basic",
                "correct the variable; write `%40` for `@`, `%2F` for `/` and `%25` for `%` in a password");
    }

    /** The registry stayed overloaded or broken. */
    static OutsideException busy(Subject subject, Answer last, int attempts, Secrets secrets) {
        String words = RegistryWords.of(last, secrets);
        return problem(
                subject,
                "registry-busy",
                answered(subject, last)
                        + (attempts == 1 ? "" : ", " + attempts + " times")
                        + (words.isEmpty() ? "" : ": " + Quote.of(words)),
                "the registry is overloaded, limits how often it is asked, or is broken",
                "try again later; what was stored is kept, and nothing is visible half");
    }

    static OutsideException unreachable(Subject subject, Origin origin, String words) {
        return problem(
                subject,
                "registry-unreachable",
                "no connection to " + origin + ": " + words,
                "a registry is found by the host and port in the reference, or through the proxy variables",
                "look at the host, the port and the network; `curl " + (origin.isSecure() ? "https" : "http") + "://"
                        + origin + "/v2/` asks the same");
    }

    static OutsideException plainHttp(Subject subject, Origin origin) {
        return problem(
                subject,
                "registry-plain-http",
                origin + " speaks http, not https",
                "a login and a chart go over https, except on this machine",
                "turn on TLS at the registry, or give `--plain-http` where the network is safe");
    }

    static OutsideException tls(Subject subject, Origin origin, SSLException cause) {
        return problem(
                subject,
                "registry-tls",
                "the certificate of " + origin + " is not trusted: " + Quote.of(String.valueOf(cause.getMessage())),
                "Java's authorities, and those of `--ca-file`, vouch for registries",
                "give `--ca-file` with the authority that signed it, in PEM");
    }

    static OutsideException tokenService(Subject subject, String realm) {
        return problem(
                subject,
                "registry-token-service",
                "the registry names the token service " + Quote.of(place(realm)) + ", no https address",
                "a login is sent to a token service over https only",
                "have the registry name an https address");
    }

    static OutsideException redirects(Subject subject, int most) {
        return problem(
                subject,
                "registry-redirect",
                "the registry redirects more than " + most + " times",
                "a loop of redirects never ends",
                "look at the host in the reference, and at proxies before the registry");
    }

    static OutsideException location(Subject subject, String location) {
        return problem(
                subject,
                "registry-redirect",
                "the registry leads to " + Quote.of(place(location)),
                "it may lead to https addresses only, or to http where it speaks http itself",
                "have the registry name its own outer address");
    }

    /** An address without its login and without its query, which may hold a signature that opens doors. */
    private static String place(String address) {
        return address.replaceFirst("[?#](?s:.*)", "").replaceFirst("//[^/]*@", "//");
    }

    static OutsideException answer(Subject subject, Origin origin, String words) {
        return problem(
                subject,
                "registry-answer",
                "the answer of " + origin + " " + words,
                "a registry answers as the distribution specification says",
                "look whether the host serves a registry, and whether a proxy changes its answers");
    }
}
