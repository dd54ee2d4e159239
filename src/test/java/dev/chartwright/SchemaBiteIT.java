package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule of every chart's values.schema.json refuses something, and every knob has such rules. */
class SchemaBiteIT {
    private static final long SEED = 20_200_101;
    private static final int ASKED_OF_HELM = 80;
    private static final int TAKEN_BY_HELM = 20;
    /** What a template refuses, for a schema sees one value at a time: a new tag beside the digest of the old one. */
    private static final String OF_TWO_VALUES = "its digest is that of the tag";

    /**
     * Values of variables and annotations, secrets, what Helm passes on; and seconds, of which the API takes any number.
     */
    private static final Pattern ANYTHING =
            Pattern.compile(".*/(env|config)/[^/]+|.*/(podAnnotations|annotations)/[^/]+"
                    + "|/global(/secrets(/[^/]+)?)?|.*/tolerationSeconds");

    private static final Map<String, Bitten> BITTEN = new HashMap<>();

    @TempDir
    Path folder;

    private record Bitten(BuiltPlatform platform, Map<Chart, SchemaRules> charts) {
        static Bitten of(String environment) {
            boolean codedang = environment.startsWith("codedang");
            BuiltPlatform platform = BuiltPlatform.of(
                    codedang ? BuiltPlatform.CODEDANG : BuiltPlatform.BOOKSHOP,
                    environment.substring(environment.indexOf('/') + 1));
            Chart umbrella = platform.chart();
            Map<Chart, SchemaRules> charts = new HashMap<>();
            Stream.concat(Stream.of(umbrella), umbrella.subcharts().stream())
                    .forEach(chart -> charts.put(chart, SchemaRules.of(chart)));
            return new Bitten(platform, charts);
        }
    }

    private record Case(Chart chart, SchemaRule rule) {
        boolean isUmbrella() {
            return !chart.subcharts().isEmpty();
        }

        /** What Helm itself puts in the place of a value, or cannot lay over another, meets no schema. */
        boolean reachesTheSchema() {
            return !rule.place().isEmpty() && (isUmbrella() || !rule.place().startsWith("/global"))
                    || rule.keyword().equals("additionalProperties");
        }

        /** Of a key that is wrong itself, Helm tells the key alone; a subchart that is no map, it refuses before. */
        List<String> refusal() {
            String specifications = "values don't meet the specifications of the schema";
            String place = rule.place().replaceFirst("^/", "");
            if (isUmbrella()
                    && chart.subcharts().stream().anyMatch(part -> part.name().equals(place))) {
                return List.of("type mismatch on " + place);
            }
            return rule.rule().contains("/propertyNames/")
                    ? List.of(specifications, chart.name(), "- at '': invalid propertyName '")
                    : List.of(specifications, chart.name(), "- at '" + rule.place());
        }
    }

    static Stream<String> environments() {
        return Stream.of("codedang/production", "codedang/stage", "codedang/local", "bookshop/live", "bookshop/trial");
    }

    private static Bitten bitten(String environment) {
        return BITTEN.computeIfAbsent(environment, Bitten::of);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyRuleRefusesAValueAndTakesItsNeighbour(String environment) {
        bitten(environment).charts().forEach((chart, rules) -> {
            assertThat(rules.unbroken()).as(chart.name()).isEmpty();
            assertThat(rules.rules()).as(chart.name()).hasSizeGreaterThan(5);
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyKnobIsAsNarrowAsKubernetesTakesIt(String environment) {
        bitten(environment).charts().forEach((chart, rules) -> {
            List<String> subcharts =
                    chart.subcharts().stream().map(part -> "/" + part.name()).toList();

            assertThat(rules.loose())
                    .as(chart.name())
                    .allMatch(place -> ANYTHING.matcher(place).matches() || subcharts.contains(place));
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void helmRefusesWhatBreaksARuleAndTakesItsNeighbour(String environment) throws IOException {
        BuiltPlatform built = bitten(environment).platform();
        Path archive = BuiltPlatform.pack(built.chart(), folder);
        Path secrets = built.secrets(folder);
        List<Case> cases = cases(bitten(environment).charts());

        for (Case each : cases.subList(0, ASKED_OF_HELM)) {
            assertThat(refusal(archive, secrets, values(each, each.rule().broken())))
                    .as(
                            "%s %s %s",
                            each.chart().name(), each.rule().rule(), each.rule().broken())
                    .contains(each.refusal());
        }
        for (Case each : cases.subList(0, TAKEN_BY_HELM)) {
            assertThat(refusal(archive, secrets, values(each, each.rule().kept())))
                    .as(
                            "%s %s %s",
                            each.chart().name(), each.rule().rule(), each.rule().kept())
                    .matches(refusal -> refusal.isEmpty() || refusal.contains(OF_TWO_VALUES));
        }
    }

    /** One of each keyword first, then others at random. */
    private static List<Case> cases(Map<Chart, SchemaRules> charts) {
        List<Case> all = new ArrayList<>(charts.entrySet().stream()
                .flatMap(chart -> chart.getValue().rules().stream().map(rule -> new Case(chart.getKey(), rule)))
                .filter(Case::reachesTheSchema)
                .sorted(Comparator.comparing(each -> each.chart().name() + each.rule()))
                .toList());
        Collections.shuffle(all, new Random(SEED));
        Map<String, Case> kinds = new TreeMap<>();
        all.forEach(each -> kinds.putIfAbsent(each.rule().keyword(), each));
        List<Case> cases = new ArrayList<>(kinds.values());
        all.stream().filter(each -> !kinds.containsValue(each)).forEach(cases::add);
        return cases;
    }

    private Path values(Case each, JsonNode values) throws IOException {
        JsonNode whole = each.isUmbrella()
                ? values
                : JsonNodeFactory.instance.objectNode().set(each.chart().name(), values);
        return Files.writeString(folder.resolve("values.json"), whole.toString());
    }

    /** What Helm says against values; empty when it takes them. */
    private static String refusal(Path archive, Path secrets, Path values) {
        Throwable thrown = Assertions.catchThrowable(() -> BuiltPlatform.template(archive)
                .withValuesFile(secrets)
                .withValuesFile(values)
                .call());
        return thrown == null ? "" : String.valueOf(thrown.getMessage());
    }
}
