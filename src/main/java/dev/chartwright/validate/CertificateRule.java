package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Secret;
import dev.chartwright.problem.Problem;

/** Each host that is served by TLS has a certificate, which one issuer makes. */
final class CertificateRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        List<Line> lines = Ingresses.of(subject).flatMap(CertificateRule::lines).toList();
        Certificates certificates = Certificates.of(subject);
        return Stream.of(
                        missing(subject, lines, certificates),
                        unmade(subject, lines),
                        taken(subject, lines),
                        shared(lines),
                        repeated(certificates))
                .flatMap(problems -> problems);
    }

    private static Stream<Line> lines(Ingresses.Entry entry) {
        return IntStream.range(0, entry.ingress().rules().size())
                .mapToObj(index -> new Line(
                        entry,
                        entry.ingress().rules().get(index).host(),
                        entry.ingress().rules().get(index).tlsSecret().orElse(""),
                        entry.place().then("rules").then(index)));
    }

    /** Where none has one, TLS ends before the edge router, or a default certificate serves all. */
    private static Stream<Problem> missing(Subject subject, List<Line> lines, Certificates certificates) {
        boolean redirects = subject.platform().traefik().stream().anyMatch(traefik -> traefik.redirectToHttps());
        boolean any = lines.stream().anyMatch(Line::hasSecret);
        return lines.stream()
                .filter(line -> redirects && any && !line.hasSecret() && !certificates.cover(line.host()))
                .map(line -> new Problem(
                        line.place().value(),
                        "missing-certificate",
                        "`" + line.host() + "` is redirected to https, and this rule has no certificate",
                        "the edge router redirects plain http, and shows who comes a certificate that no browser trusts",
                        "add `tlsSecret`, with `clusterIssuer` at the Ingress"));
    }

    private static Stream<Problem> unmade(Subject subject, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.hasSecret() && !line.isIssued() && !line.isOwn())
                .map(line -> new Problem(
                        line.place().then("tlsSecret").value(),
                        "unknown-secret",
                        "nothing makes the Secret `" + line.secret() + "` with the certificate of `" + line.host()
                                + "`",
                        "the edge router shows a certificate that no browser trusts where the Secret is missing",
                        "add `clusterIssuer` to the Ingress, or say in `secrets` how the Secret comes to be"));
    }

    private static Stream<Problem> taken(Subject subject, List<Line> lines) {
        Stream<Problem> ingresses = lines.stream()
                .filter(line -> line.isIssued() && line.isOwn())
                .map(line -> taken(line.place().then("tlsSecret"), line.secret()));
        Stream<Problem> broker = subject.platform().rabbitmq().stream()
                .flatMap(part -> part.cluster().tls().stream()
                        .filter(tls -> has(part.secrets(), tls.secret()))
                        .map(tls -> taken(subject.place("rabbitmq", "cluster", "tls", "secret"), tls.secret())));
        return Stream.concat(ingresses, broker);
    }

    private static boolean has(List<Secret> secrets, String name) {
        return secrets.stream().anyMatch(secret -> secret.name().equals(name));
    }

    private static Problem taken(Place place, String secret) {
        return new Problem(
                place.value(),
                "shared-certificate",
                "a certificate goes to the Secret `" + secret + "`, which `secrets` describes as well",
                "cert-manager writes its certificate over what the Secret holds",
                "write a name of its own for the certificate's Secret");
    }

    private static Stream<Problem> shared(List<Line> lines) {
        Map<String, Line> first = new HashMap<>();
        return lines.stream().filter(Line::isIssued).flatMap(line -> {
            Line earlier = first.putIfAbsent(line.entry().owner().namespace() + "/" + line.secret(), line);
            return earlier == null
                            || earlier.entry().ingress().equals(line.entry().ingress())
                    ? Stream.empty()
                    : Stream.of(shared(line));
        });
    }

    private static Problem shared(Line line) {
        return new Problem(
                line.place().then("tlsSecret").value(),
                "shared-certificate",
                "the certificate's Secret `" + line.secret() + "` is that of another Ingress",
                "cert-manager makes a certificate for the first Ingress, and none for hosts of a second",
                "write a name of its own for this one, or put the rules into one Ingress");
    }

    private static Stream<Problem> repeated(Certificates certificates) {
        return certificates.repeated().map(CertificateRule::repeated);
    }

    private static Problem repeated(Certificates.Repeated repeated) {
        Certificates.Certificate certificate = repeated.certificate();
        String hosts = String.join("`, `", certificate.hosts());
        String earlier = "`" + repeated.earlier().secret() + "`";
        return new Problem(
                certificate.place().value(),
                "repeated-certificate",
                "the certificate of `" + hosts + "` is asked for twice, for Secret " + earlier + " and for `"
                        + certificate.secret() + "`",
                "issuers count certificates for the same hosts and refuse more than a few in a week, and Traefik shows one of them to every client",
                certificate.isListeners()
                        ? "write the Secret of the earlier listener here too"
                        : "remove `tlsSecret` here, and `clusterIssuer` where no rule keeps one: Traefik shows that of "
                                + earlier);
    }

    /** A rule of an Ingress, and the Secret with its certificate; empty without one. */
    private record Line(Ingresses.Entry entry, String host, String secret, Place place) {
        boolean hasSecret() {
            return !secret.isEmpty();
        }

        boolean isIssued() {
            return hasSecret() && entry.ingress().clusterIssuer().isPresent();
        }

        boolean isOwn() {
            return has(entry.owner().secrets(), secret);
        }
    }
}
