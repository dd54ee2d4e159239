package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Dns;
import dev.chartwright.model.DnsRecord;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Nodes;
import dev.chartwright.model.OtherRecord;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import org.junit.jupiter.api.Test;

import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class DnsRuleTest {
    private static final String ZONE = "sample.test";
    private final Platform sample = sample();

    /** Every routed host of the sample lies in the zone, below one wildcard or at its top. */
    private static Platform sample() {
        Platform platform = SamplePlatform.create();
        platform = Records.with(platform, "applications.0.network.ingresses.0.rules.0.host", "www." + ZONE);
        platform = Records.with(platform, "applications.0.network.httpRoutes.0.hosts", List.of(ZONE));
        platform = Records.with(platform, "rabbitmq.access.console.rules.0.host", "mq." + ZONE);
        platform = Records.with(
                platform, "cluster.nodes", Optional.of(new Nodes(List.of(), List.of("192.0.2.1"), List.of())));
        Dns dns = new Dns(
                ZONE,
                "zone",
                300,
                "addresses",
                List.of(new DnsRecord("top", ZONE), new DnsRecord("all", "*." + ZONE)),
                List.of(),
                List.of());
        return Records.with(platform, "cluster.dns", Optional.of(dns));
    }

    private Platform changed(String path, Object value) {
        return Records.with(sample, path, value);
    }

    @Test
    void acceptsARecordForEveryRoute() {
        assertClean(sample);
    }

    @Test
    void refusesARoutedHostWithoutRecord() {
        assertProblem(
                changed("cluster.dns.records", List.of(new DnsRecord("all", "*." + ZONE))),
                "unrecorded-host",
                "/applications/api/network/httpRoutes/api/hosts/0");
    }

    @Test
    void leavesHostsOfOtherZonesAlone() {
        assertClean(changed("applications.0.network.httpRoutes.0.hosts", List.of(ZONE, "elsewhere.test")));
    }

    @Test
    void refusesARecordThatNothingRoutes() {
        assertProblem(
                withRecord(new DnsRecord("gone", "*.gone." + ZONE)), "unrouted-record", "/cluster/dns/records/gone");
    }

    private Platform withRecord(DnsRecord record) {
        return changed(
                "cluster.dns.records", List.of(new DnsRecord("top", ZONE), new DnsRecord("all", "*." + ZONE), record));
    }

    @Test
    void acceptsARecordThatSomeoneElseServes() {
        Platform platform = withRecord(new DnsRecord("gone", "*.gone." + ZONE));
        assertClean(Records.with(platform, "cluster.dns.servedElsewhere", List.of(new Entry("gone", "previews"))));
    }

    @Test
    void refusesWhatIsSaidToBeServedElsewhereForNothing() {
        assertProblem(
                changed("cluster.dns.servedElsewhere", List.of(new Entry("top", "previews"))),
                "served-here",
                "/cluster/dns/servedElsewhere/top");
        assertProblem(
                changed("cluster.dns.servedElsewhere", List.of(new Entry("tpo", "previews"))),
                "unknown-record",
                "/cluster/dns/servedElsewhere/tpo");
    }

    @Test
    void refusesRecordsWithoutAddresses() {
        assertProblem(changed("cluster.nodes", Optional.empty()), "missing-addresses", "/cluster/dns/records");
    }

    @Test
    void refusesARecordOutsideTheZone() {
        assertProblem(
                changed("cluster.dns.otherRecords", List.of(other("mail", "mail.elsewhere.test", "MX"))),
                "foreign-record",
                "/cluster/dns/otherRecords/mail");
    }

    @Test
    void refusesTwoRecordsOfOneNameAndType() {
        assertProblem(
                changed("cluster.dns.otherRecords", List.of(other("again", ZONE, "A"))),
                "duplicate-record",
                "/cluster/dns/otherRecords/again");
        assertProblem(
                changed("cluster.dns.otherRecords", List.of(other("top", "mail." + ZONE, "MX"))),
                "duplicate-record",
                "/cluster/dns/otherRecords/top");
        assertProblem(
                changed(
                        "cluster.dns.otherRecords",
                        List.of(other("text", "x." + ZONE, "TXT"), other("alias", "x." + ZONE, "CNAME"))),
                "duplicate-record",
                "/cluster/dns/otherRecords/alias");
        assertClean(
                changed("cluster.dns.otherRecords", List.of(other("mail", ZONE, "MX"), other("text", ZONE, "TXT"))));
    }

    @Test
    void refusesAnAliasAtTheTop() {
        assertProblem(
                changed("cluster.dns.otherRecords", List.of(other("alias", ZONE, "CNAME"))),
                "apex-alias",
                "/cluster/dns/otherRecords/alias");
    }

    private static OtherRecord other(String name, String host, String type) {
        return new OtherRecord(name, host, type, Optional.empty(), List.of("value"));
    }
}
