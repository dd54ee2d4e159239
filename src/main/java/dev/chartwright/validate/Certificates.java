package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Gateway;
import dev.chartwright.model.IngressRule;
import dev.chartwright.model.Listener;
import dev.chartwright.model.Traefik;

/**
 * Certificates that the platform's Traefik shows, those of the Gateway first.
 *
 * <p>It picks one by the name that a client asks for, whatever namespace its Secret is in and whoever names it; so one
 * certificate serves a host, and every route to it.
 */
final class Certificates {
    private final Subject subject;
    private final List<Certificate> all;

    private Certificates(Subject subject) {
        this.subject = subject;
        List<Certificate> found = new ArrayList<>();
        subject.platform().traefik().ifPresent(traefik -> {
            traefik.gateway().ifPresent(gateway -> listeners(traefik, gateway).forEach(found::add));
            Ingresses.of(subject)
                    .filter(entry -> entry.ingress().className().equals(traefik.ingressClass()))
                    .forEach(entry -> ingress(entry).forEach(found::add));
        });
        all = List.copyOf(found);
    }

    static Certificates of(Subject subject) {
        return new Certificates(subject);
    }

    /** Whether a host is shown one; a wildcard stands for one label. */
    boolean cover(String host) {
        String parent = "*" + host.substring(Math.max(host.indexOf('.'), 0));
        return all.stream()
                .flatMap(certificate -> certificate.hosts().stream())
                .anyMatch(name -> name.equals(host) || name.equals(parent));
    }

    /** Those that an issuer makes although an earlier one is for the very same hosts, with that one. */
    Stream<Repeated> repeated() {
        Map<Set<String>, Certificate> first = new LinkedHashMap<>();
        return all.stream()
                .filter(Certificate::issued)
                .flatMap(certificate -> Optional.ofNullable(first.putIfAbsent(certificate.hosts(), certificate))
                        .filter(earlier -> !earlier.secret().equals(certificate.secret()))
                        .map(earlier -> new Repeated(certificate, earlier))
                        .stream());
    }

    private Stream<Certificate> listeners(Traefik traefik, Gateway gateway) {
        Map<String, Certificate> bySecret = new LinkedHashMap<>();
        for (Listener listener : gateway.listeners()) {
            listener.tlsSecret()
                    .ifPresent(secret -> bySecret.merge(
                            secret,
                            new Certificate(
                                    traefik.namespace() + "/" + secret,
                                    listener.host().map(Set::of).orElse(Set.of()),
                                    gateway.clusterIssuer().isPresent(),
                                    true,
                                    subject.place("traefik", "gateway", "listeners", listener.name(), "tlsSecret")),
                            Certificate::with));
        }
        return bySecret.values().stream()
                .filter(certificate -> !certificate.hosts().isEmpty());
    }

    private static Stream<Certificate> ingress(Ingresses.Entry entry) {
        List<IngressRule> rules = entry.ingress().rules();
        Map<String, Certificate> bySecret = new LinkedHashMap<>();
        IntStream.range(0, rules.size())
                .filter(index -> rules.get(index).tlsSecret().isPresent())
                .mapToObj(index -> new Certificate(
                        entry.owner().namespace() + "/"
                                + rules.get(index).tlsSecret().orElseThrow(),
                        Set.of(rules.get(index).host()),
                        entry.ingress().clusterIssuer().isPresent(),
                        false,
                        entry.place().then("rules").then(index).then("tlsSecret")))
                .forEach(certificate -> bySecret.merge(certificate.secret(), certificate, Certificate::with));
        return bySecret.values().stream();
    }

    /**
     * A certificate.
     *
     * @param secret namespace and name of its Secret
     * @param hosts the names in it
     * @param issued whether cert-manager asks for it
     * @param isListeners whether a listener of the Gateway names it, which cannot be without
     * @param place where it is named first
     */
    record Certificate(String secret, Set<String> hosts, boolean issued, boolean isListeners, Place place) {
        private Certificate with(Certificate other) {
            Set<String> both = new LinkedHashSet<>(hosts);
            both.addAll(other.hosts);
            return new Certificate(secret, both, issued, isListeners, place);
        }
    }

    /** A certificate, and an earlier one for the same hosts. */
    record Repeated(Certificate certificate, Certificate earlier) {}
}
