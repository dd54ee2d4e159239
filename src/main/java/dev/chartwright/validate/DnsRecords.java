package dev.chartwright.validate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Dns;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** Records that Terraform or Route53 would refuse at the apply. */
final class DnsRecords {
    private DnsRecords() {}

    static boolean isInside(String host, String zone) {
        return host.equals(zone) || host.endsWith("." + zone);
    }

    static Stream<Problem> check(Dns dns, Place place) {
        Stream<Line> nodes = dns.records().stream()
                .map(record -> new Line(
                        record.name(), record.host(), "A", place.then("records", record.name()), Place::value));
        Stream<Line> others = dns.otherRecords().stream()
                .map(record -> new Line(
                        record.name(),
                        record.host(),
                        record.type(),
                        place.then("otherRecords", record.name()),
                        Place::key));
        List<Line> lines = Stream.concat(nodes, others).toList();
        return Stream.concat(foreign(lines, dns.zone()), clashes(lines, dns.zone()));
    }

    private static Stream<Problem> foreign(List<Line> lines, String zone) {
        return lines.stream()
                .filter(line -> !isInside(line.host(), zone))
                .map(line -> new Problem(
                        line.location(),
                        "foreign-record",
                        "the record `" + line.name() + "` is for `" + line.host() + "`, outside the zone `" + zone
                                + "`",
                        "a zone answers for names that end in its own",
                        "write a host of the zone, or keep the record where its zone is kept"));
    }

    private static Stream<Problem> clashes(List<Line> lines, String zone) {
        return IntStream.range(0, lines.size()).boxed().flatMap(index -> {
            Line line = lines.get(index);
            Stream<Problem> earlier = lines.subList(0, index).stream()
                    .filter(line::clashes)
                    .limit(1)
                    .map(other -> clash(line, other));
            return line.isAliasOf(zone) ? Stream.of(apex(line)) : earlier;
        });
    }

    private static Problem clash(Line line, Line other) {
        boolean sameName = line.name().equals(other.name());
        return new Problem(
                line.location(),
                "duplicate-record",
                sameName
                        ? "two records have the Terraform name `" + line.name() + "`"
                        : "the records `" + other.name() + "` and `" + line.name() + "` both answer for `" + line.host()
                                + "`",
                sameName
                        ? "Terraform refuses two resources of one name"
                        : "Route53 holds one record of a name and type, and none beside a CNAME",
                sameName ? "rename one of them" : "remove one of them");
    }

    private static Problem apex(Line line) {
        return new Problem(
                line.location(),
                "apex-alias",
                "the CNAME `" + line.name() + "` stands at the top of the zone",
                "the top of a zone has SOA and NS records, and none may stand beside a CNAME (RFC 1034, 3.6.2)",
                "write an A record with the addresses");
    }

    /** One record, however it was written. */
    private record Line(String name, String host, String type, Place place, Function<Place, Location> where) {
        Location location() {
            return where.apply(place);
        }

        boolean clashes(Line other) {
            boolean sameHost = host.equals(other.host);
            boolean alias = type.equals("CNAME") || other.type.equals("CNAME");
            return name.equals(other.name) || sameHost && (alias || type.equals(other.type));
        }

        boolean isAliasOf(String zone) {
            return type.equals("CNAME") && host.equals(zone);
        }
    }
}
