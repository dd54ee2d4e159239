package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Dns;
import dev.chartwright.model.DnsRecord;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Nodes;
import dev.chartwright.problem.Problem;

/** Every host that is routed has a record, every record leads to a route, and all lie in the zone. */
final class DnsRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().cluster().dns().stream().flatMap(dns -> check(subject, dns));
    }

    private static Stream<Problem> check(Subject subject, Dns dns) {
        Place place = subject.place("cluster", "dns");
        List<RoutedHost> routed = RoutedHost.of(subject).toList();
        return Stream.of(
                        addresses(subject, dns, place),
                        unrecorded(dns, routed),
                        unrouted(dns, place, routed),
                        elsewhere(dns, place, routed),
                        DnsRecords.check(dns, place))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> addresses(Subject subject, Dns dns, Place place) {
        boolean known = subject.platform()
                .cluster()
                .nodes()
                .map(Nodes::addresses)
                .filter(addresses -> !addresses.isEmpty())
                .isPresent();
        return known || dns.records().isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        place.then("records").key(),
                        "missing-addresses",
                        "records lead to the nodes, and no node has an address",
                        "Route53 refuses an A record without a value",
                        "list the public addresses in `cluster.nodes.addresses`"));
    }

    private static Stream<Problem> unrecorded(Dns dns, List<RoutedHost> routed) {
        return routed.stream()
                .filter(host -> DnsRecords.isInside(host.name(), dns.zone()))
                .filter(host -> !dns.answers(host.name()))
                .map(host -> new Problem(
                        host.place().value(),
                        "unrecorded-host",
                        "`" + host.name() + "` is routed, and no record leads to it",
                        "a host of the zone `" + dns.zone() + "` is found through `cluster.dns.records` only",
                        "add a record for it to `cluster.dns.records`, or remove the route"));
    }

    private static Stream<Problem> unrouted(Dns dns, Place place, List<RoutedHost> routed) {
        return dns.records().stream()
                .filter(record -> !isRouted(record, routed) && !isElsewhere(dns, record))
                .map(record -> new Problem(
                        place.then("records", record.name()).value(),
                        "unrouted-record",
                        "the record `" + record.name() + "` leads `" + record.host() + "` here, and nothing routes it",
                        "who asks for a host that no route serves gets an error page of the edge router",
                        "remove it, or say in `cluster.dns.servedElsewhere." + record.name() + "` who serves it"));
    }

    private static Stream<Problem> elsewhere(Dns dns, Place place, List<RoutedHost> routed) {
        List<String> names = dns.records().stream().map(DnsRecord::name).toList();
        List<String> needless = dns.records().stream()
                .filter(record -> isRouted(record, routed))
                .map(DnsRecord::name)
                .toList();
        return dns.servedElsewhere().stream()
                .filter(entry -> !names.contains(entry.name()) || needless.contains(entry.name()))
                .map(entry -> needless(place.then("servedElsewhere", entry.name()), entry, names));
    }

    private static Problem needless(Place place, Entry entry, List<String> names) {
        boolean unknown = !names.contains(entry.name());
        return new Problem(
                place.key(),
                unknown ? "unknown-record" : "served-here",
                "`" + entry.name() + "` is said to be served elsewhere, and "
                        + (unknown ? "there is no such record" : "a route of this platform serves it"),
                "`servedElsewhere` names records of `cluster.dns.records` that no route of the platform serves",
                unknown ? Choice.fix(entry.name(), names, "remove the line") : "remove the line");
    }

    private static boolean isRouted(DnsRecord record, List<RoutedHost> routed) {
        return routed.stream().anyMatch(host -> record.answers(host.name()));
    }

    private static boolean isElsewhere(Dns dns, DnsRecord record) {
        return dns.servedElsewhere().stream().anyMatch(entry -> entry.name().equals(record.name()));
    }
}
