package dev.chartwright.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.model.Dns;
import dev.chartwright.model.DnsRecord;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Nodes;
import dev.chartwright.model.OtherRecord;
import dev.chartwright.model.Platform;

/**
 * An environment's Terraform files. The records stand by themselves: who keeps zone and addresses elsewhere in the same
 * Terraform module leaves the other file out.
 */
public final class Route53Files {
    /** Records of the environment. */
    public static final String RECORDS = "route53.tf";

    /** What the records refer to. */
    public static final String ZONE = "route53_zone.tf";

    private static final int LONGEST_STRING = 255;

    private final Dns dns;

    private Route53Files(Dns dns) {
        this.dns = dns;
    }

    /** Both files in the order of the model, or none without Route53. */
    public static List<OutputFile> of(Platform platform) {
        List<String> addresses =
                platform.cluster().nodes().map(Nodes::addresses).orElse(List.of());
        return platform.cluster()
                .dns()
                .map(dns -> new Route53Files(dns).files(addresses))
                .orElse(List.of());
    }

    private List<OutputFile> files(List<String> addresses) {
        Stream<HclBlock> nodes = dns.records().stream().map(this::block);
        Stream<HclBlock> others = dns.otherRecords().stream().map(this::block);
        String records = Stream.concat(nodes, others).map(HclBlock::text).collect(Collectors.joining("\n"));
        return List.of(OutputFile.of(RECORDS, records), OutputFile.of(ZONE, zone() + "\n" + locals(addresses)));
    }

    private HclBlock block(DnsRecord record) {
        return record(record.name(), record.host(), "A", Integer.toString(dns.ttl()), "local." + dns.addressLocal());
    }

    private HclBlock block(OtherRecord record) {
        int ttl = record.ttl().orElse(dns.ttl());
        List<String> values = record.type().equals("TXT")
                ? record.values().stream().map(Route53Files::characterStrings).toList()
                : record.values();
        return record(record.name(), record.host(), record.type(), Integer.toString(ttl), HclText.list(values));
    }

    private HclBlock record(String name, String... cells) {
        return new HclBlock(
                "resource \"aws_route53_record\" " + HclText.quoted(name),
                List.of(
                        new Entry("zone_id", "data.aws_route53_zone." + dns.zoneData() + ".zone_id"),
                        new Entry("name", HclText.quoted(cells[0])),
                        new Entry("type", HclText.quoted(cells[1])),
                        new Entry("ttl", cells[2]),
                        new Entry("records", cells[3])));
    }

    /** The provider puts the outer quotes; a string of a TXT record has at most 255 bytes (RFC 1035, 3.3). */
    private static String characterStrings(String text) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LONGEST_STRING) {
            parts.add(text.substring(start, Math.min(text.length(), start + LONGEST_STRING)));
        }
        return String.join("\"\"", parts);
    }

    private String zone() {
        return new HclBlock(
                        "data \"aws_route53_zone\" " + HclText.quoted(dns.zoneData()),
                        List.of(new Entry("name", HclText.quoted(dns.zone()))))
                .text();
    }

    private String locals(List<String> addresses) {
        return new HclBlock("locals", List.of(new Entry(dns.addressLocal(), HclText.list(addresses)))).text();
    }
}
