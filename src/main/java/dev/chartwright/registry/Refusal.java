package dev.chartwright.registry;

import javax.net.ssl.SSLException;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** The one problem that a call ends in. */
final class Refusal {
    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    private Refusal() {}

    static OutsideException problem(Subject subject, String code, String what, String... whyAndFix) {
        return new OutsideException(
                new Problem(Location.ofFile(subject.reference().toString()), code, what, whyAndFix[0], whyAndFix[1]));
    }

    /** The registry stayed overloaded or broken. */
    static OutsideException busy(Subject subject, Answer last, Patience patience, LoginState login, Secrets secrets) {
        String words = RegistryWords.of(last, secrets);
        boolean limits = last.status() == TOO_MANY || last.status() == FORBIDDEN;
        return problem(
                subject,
                "registry-busy",
                subject.answered(last) + patience.words() + (words.isEmpty() ? "" : ": " + Quote.said(words)),
                limits
                        ? "the registry limits how often it is asked"
                        : "the registry, or a proxy before it, is overloaded or broken",
                "try again " + patience.later()
                        + (limits && login.isMissing()
                                ? "; or log in, for many registries limit strangers more: " + login.advice()
                                : "")
                        + (subject.isWriting() ? "; what was stored is kept, and nothing is visible half" : ""));
    }

    static OutsideException unreachable(Subject subject, Origin origin, String words) {
        return problem(
                subject,
                "registry-unreachable",
                origin + " cannot be reached: " + words,
                "a registry is found by the host and port in the reference, or through the proxy variables",
                "look at the host, the port and the network; `curl " + (origin.isSecure() ? "https" : "http") + "://"
                        + origin + "/v2/` asks the same");
    }

    static OutsideException forgotten(Subject subject, Answer last, Patience patience, Secrets secrets) {
        String words = RegistryWords.of(last, secrets);
        return problem(
                subject,
                "registry-answer",
                subject.reference().registry() + " forgot an upload that it had begun" + patience.words()
                        + (words.isEmpty() ? "" : ": " + Quote.said(words)),
                "an upload begins with one request and ends with another, which may reach another server of the registry",
                "have its servers share their storage (and `http.secret`, if they are Docker's), or lead each client to"
                        + " one of them");
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
        TlsFault fault = TlsFault.of(cause);
        return problem(subject, "registry-tls", fault.what(origin, cause), fault.why(), fault.fix());
    }

    static OutsideException tokenService(Subject subject, String realm) {
        return problem(
                subject,
                "registry-token-service",
                realm.isEmpty()
                        ? "the registry wants a token and names no service for it"
                        : "the registry names the token service " + Quote.of(place(realm))
                                + ", which is no https address",
                "a login goes to a token service over https only, or over http where the registry speaks http too, on the same host",
                "have the registry name the https address of its token service in `WWW-Authenticate`");
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
