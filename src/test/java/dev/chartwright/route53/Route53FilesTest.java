package dev.chartwright.route53;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Dns;
import dev.chartwright.model.DnsRecord;
import dev.chartwright.model.OtherRecord;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Route53FilesTest {
    private static final long SEED = 20_200_101;
    private static final Platform PRODUCTION = load("values", "production");
    private static final OtherRecord MAIL = new OtherRecord(
            "mail",
            "_dmarc.codedang.com",
            "TXT",
            Optional.of(60),
            List.of("v=DMARC1; \"p\"=none; %{x} ${y} \\", "z".repeat(600)));

    private static Platform load(String values, String environment) {
        return new PlatformLoader(Path.of(values), Path.of("schema"), Path.of("templates"))
                .load(environment)
                .platform();
    }

    private static String text(Platform platform, String path) {
        return Route53Files.of(platform).stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesRecordsAsTheyStandToday() {
        assertThat(text(PRODUCTION, "route53.tf")).startsWith("""
                resource "aws_route53_record" "codedang" {
                  zone_id = data.aws_route53_zone.codedang.zone_id
                  name    = "codedang.com"
                  type    = "A"
                  ttl     = 300
                  records = local.prod_cluster_ip
                }

                resource "aws_route53_record" "rabbitmq" {
                """);
        assertThat(text(PRODUCTION, "route53_zone.tf")).isEqualTo("""
                data "aws_route53_zone" "codedang" {
                  name = "codedang.com"
                }

                locals {
                  prod_cluster_ip = ["115.145.172.194", "115.145.172.195", "115.145.172.196", "115.145.172.197", "115.145.172.198"]
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({"values, production", "values, stage", "src/test/fixtures/bookshop/values, live"})
    void aParserReadsTheModelBack(String values, String environment) throws Exception {
        Platform platform = load(values, environment);
        Dns dns = platform.cluster().dns().orElseThrow();
        String both = text(platform, "route53.tf") + text(platform, "route53_zone.tf");
        Map<?, ?> read = new HCLParser().parse(both);
        Map<?, ?> records = (Map<?, ?>) ((Map<?, ?>) read.get("resource")).get("aws_route53_record");
        assertThat(records.keySet())
                .map(String::valueOf)
                .containsExactlyElementsOf(
                        dns.records().stream().map(DnsRecord::name).toList());
        for (DnsRecord record : dns.records()) {
            Map<?, ?> block = (Map<?, ?>) records.get(record.name());
            assertThat(block.get("name")).isEqualTo(record.host());
            assertThat(block.get("type")).isEqualTo("A");
            assertThat(((Number) block.get("ttl")).intValue()).isEqualTo(dns.ttl());
            assertThat(block.get("records"))
                    .isEqualTo(platform.cluster().nodes().orElseThrow().addresses());
        }
        Map<?, ?> zone = (Map<?, ?>) ((Map<?, ?>) read.get("data")).get("aws_route53_zone");
        assertThat(((Map<?, ?>) zone.get(dns.zoneData())).get("name")).isEqualTo(dns.zone());
    }

    @Test
    void aPlatformWithoutRoute53HasNone() {
        assertThat(Route53Files.of(load("values", "local"))).isEmpty();
    }

    @Test
    void quotesTextAndCutsLongStrings() {
        String text = text(withOther(MAIL), "route53.tf");
        assertThat(text)
                .contains("resource \"aws_route53_record\" \"mail\" {\n")
                .contains("  ttl     = 60\n")
                .contains("\"v=DMARC1; \\\"p\\\"=none; %%{x} $${y} \\\\\"")
                .contains("z".repeat(255) + "\\\"\\\"" + "z".repeat(255) + "\\\"\\\"" + "z".repeat(90));
    }

    @Test
    void equalsSignsStandInOneColumnOfEachBlock() {
        String all = Stream.of(text(withOther(MAIL), "route53.tf"), text(PRODUCTION, "route53_zone.tf"))
                .collect(Collectors.joining("\n"));
        for (String block : all.split("\n\n")) {
            List<String> lines = Arrays.asList(block.strip().split("\n"));
            assertThat(lines.get(0)).endsWith(" {");
            assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
            List<String> attributes = lines.subList(1, lines.size() - 1);
            assertThat(attributes).allMatch(line -> line.matches("  [a-z_]+ *= \\S.*"));
            assertThat(attributes.stream().map(line -> line.indexOf('=')).distinct())
                    .hasSize(1);
            int longest = attributes.stream()
                    .mapToInt(line -> line.strip().split(" ")[0].length())
                    .max()
                    .orElseThrow();
            assertThat(attributes.get(0).indexOf('=')).isEqualTo(2 + longest + 1);
        }
        assertThat(all).doesNotContain("\t", "\r", " \n", "\n\n\n").endsWith("}\n");
    }

    @Test
    void anyPrintableTextIsReadBack() throws Exception {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            String value = random.ints(random.nextInt(40), ' ', '~' + 1)
                    .filter(letter -> letter != '{' && letter != '\\') // the parser stumbles over their escapes
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            OtherRecord record = new OtherRecord("any", "any.codedang.com", "TXT", Optional.empty(), List.of(value));
            Map<?, ?> read = new HCLParser().parse(text(withOther(record), "route53.tf"));
            Map<?, ?> block =
                    (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) read.get("resource")).get("aws_route53_record")).get("any");
            assertThat(block.get("records"))
                    .as("seed %d, run %d: %s", SEED, run, value)
                    .isEqualTo(List.of(value));
        }
    }

    @Test
    void terraformFindsNothingToFormat(@TempDir Path folder) throws Exception {
        Path terraform = Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, "terraform"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        Assumptions.assumeTrue(Files.isExecutable(terraform), "PATH names no terraform");
        List<OutputFile> files = new ArrayList<>(Route53Files.of(withOther(MAIL)));
        for (int index : IntStream.range(0, files.size()).toArray()) {
            Files.write(folder.resolve(index + ".tf"), files.get(index).content());
        }
        assertThat(format(terraform, folder)).isZero();
    }

    private static int format(Path terraform, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(terraform.toString(), "fmt", "-check", folder.toString());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Platform withOther(OtherRecord record) {
        return Records.with(PRODUCTION, "cluster.dns.otherRecords", List.of(record));
    }
}
