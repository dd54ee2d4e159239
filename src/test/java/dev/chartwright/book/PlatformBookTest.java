package dev.chartwright.book;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.EveryEnvironment;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Architecture;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlatformBookTest {
    private static final List<Platform> CODEDANG = Stream.of("local", "production", "stage")
            .map(name -> load("values", name))
            .toList();
    private static final String PAGE = page(CODEDANG);

    private static Platform load(String values, String environment) {
        return new PlatformLoader(Path.of(values), Path.of("schema"), Path.of("templates"))
                .load(environment)
                .platform();
    }

    private static String page(List<Platform> platforms) {
        List<DifferenceRow> rows = List.of(new DifferenceRow("iris", "workload.replicas", "20", "2"));
        return new String(
                PlatformBook.of(platforms, "production and stage", rows).content(), StandardCharsets.UTF_8);
    }

    /** The part of the page for an environment. */
    private static String section(String page, String environment) {
        int start = page.indexOf("<section id=\"env--" + environment + "\"");
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static List<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.groupCount() > 1 ? found.group(1) + " > " + found.group(2) : found.group(1))
                .toList();
    }

    @EveryEnvironment
    void drawsEveryPartOfItsEnvironmentAndNothingElse(String values, String environment) {
        Platform platform = load(values, environment);
        String section = section(page(List.of(platform)), environment);
        Stream<Architecture> drawn = Stream.of(Architecture.of(platform), Architecture.messages(platform));
        List<Architecture> both = drawn.toList();
        List<String> nodes = both.stream()
                .flatMap(one -> one.nodes().stream())
                .map(Architecture.Node::id)
                .toList();
        List<String> links = both.stream()
                .flatMap(one -> one.links().stream())
                .map(link -> link.from() + " > " + link.to())
                .toList();
        assertThat(find("data-id=\"([^\"]*)\"", section))
                .containsExactlyInAnyOrderElementsOf(twice(nodes))
                .isNotEmpty();
        assertThat(find("data-from=\"([^\"]*)\" data-to=\"([^\"]*)\"", section))
                .containsExactlyInAnyOrderElementsOf(twice(links));
        platform.components().forEach(component -> assertThat(section).contains(component.name()));
    }

    /** To the right, and downwards. */
    private static List<String> twice(List<String> texts) {
        return Stream.concat(texts.stream(), texts.stream()).toList();
    }

    @Test
    void showsNothingOfAnotherEnvironment() {
        assertThat(section(PAGE, "production"))
                .doesNotContain("MinIO", "PostgreSQL", "stage.codedang.com")
                .contains("codedang.com");
        assertThat(section(PAGE, "stage"))
                .contains("MinIO", "PostgreSQL", "stage.codedang.com")
                .doesNotContain("rds.amazonaws");
    }

    @Test
    void asksNobodyForAnything() {
        assertThat(find("(?:src|href|action|data)=\"([^\"#][^\"]*)\"", PAGE)).isEmpty();
        assertThat(PAGE).doesNotContain("url(http", "@import", "<script", "javascript:");
    }

    @Test
    void everyLinkLeadsSomewhereInThePageAndEveryIdIsOne() {
        List<String> ids = find("\\sid=\"([^\"]*)\"", PAGE);
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> targets = Set.copyOf(find("href=\"#([^\"]*)\"", PAGE));
        List<String> boxes =
                targets.stream().filter(target -> target.startsWith("in--")).toList();
        // Operators, queues and hosts of others are told in the picture alone.
        List<String> told = boxes.stream().filter(ids::contains).toList();
        assertThat(told)
                .contains("in--stage--client-api", "in--stage--RabbitMQ", "in--stage--minio_stage_codedang_com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\" onload=\"x", "&amp; '", "]]>", "한국어 😀"})
    void textStaysText(String text) {
        Platform hostile = Records.with(CODEDANG.get(2), "applications.0.description", text);
        String page = page(List.of(hostile));
        assertThat(page).doesNotContain("<script>", " onload=\"x");
        assertThat(page).contains(Html.text(text));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(page(CODEDANG)).isEqualTo(PAGE);
    }

    @Test
    void numbersAddUp() {
        String stage = section(PAGE, "stage");
        String together =
                find("<th scope=\"row\">together</th>(.*?)</tr>", stage).get(0);
        List<MatchResult> cells = Pattern.compile("<td>([0-9.]+)</td>")
                .matcher(together)
                .results()
                .toList();
        assertThat(cells).hasSize(5);
        double cores = Double.parseDouble(cells.get(1).group(1));
        String rows = stage.substring(stage.indexOf("Requests and limits"), stage.indexOf("together"));
        double sum = find("<th scope=\"row\">[^<]*</th><td>[0-9]+</td><td>([0-9.]+)</td>", rows).stream()
                .collect(Collectors.summingDouble(Double::parseDouble));
        assertThat(sum).isEqualTo(cores, within(0.001));
    }
}
