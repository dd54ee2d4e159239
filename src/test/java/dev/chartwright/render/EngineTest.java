package dev.chartwright.render;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.BugException;
import dev.chartwright.render.Shop.Item;
import dev.chartwright.render.Shop.Part;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EngineTest {
    @TempDir
    private Path folder;

    private Templates templates;

    @BeforeEach
    void emptyFolder() {
        templates = new Templates(folder);
    }

    @Test
    void printsScalars() {
        assertThat(render("\"<%name%>\": [<%count%>, <%open%>, \"<%mood%>\", \"<%title%>\"]\n"))
                .isEqualTo("\"corner\": [3, true, \"very-good\", \"the corner\"]\n");
    }

    @Test
    void letsLinesOfControlTagsVanish() {
        assertThat(
                        render(
                                "a:\n  <%#items%>\n  - \"<%name%>\"\n  <%! why %>\n<%/items%>\n<%#open%><%^note%>\n<%/note%><%/open%>\nb: 1\n"))
                .isEqualTo("a:\n  - \"apple\"\n  - \"pear\"\nb: 1\n");
    }

    @Test
    void keepsTheWhiteSpaceOfOtherLines() {
        assertThat(render("a:\n\n  <%#open%>b: 1\n\n  c: 2<%/open%> # d\n   <%#open%>  <%/open%>e: 3<%! f %>\n"))
                .isEqualTo("a:\n\n  b: 1\n\n  c: 2 # d\n     e: 3\n");
    }

    @Test
    void leavesNoBlanksBeforeACommentAtALineEnd() {
        assertThat(render("a: 1   <%! why %>\nb: 2\n")).isEqualTo("a: 1\nb: 2\n");
    }

    @Test
    void rendersInvertedSectionsOfWhatIsAbsent() {
        String text =
                "z: 1\n<%^note%>\na: 1\n<%/note%>\n<%^tags%>\nb: 1\n<%/tags%>\n<%^open%>\nc: 1\n<%/open%>\n<%^name%>\nd: 1\n<%/name%>\n";
        assertThat(render(text)).isEqualTo("z: 1\n");
        assertThat(templates.renderOne(Shop.BARE)).isEqualTo("z: 1\na: 1\nb: 1\nc: 1\nd: 1\n");
    }

    @Test
    void goesIntoOptionalsRecordsAndText() {
        assertThat(
                        render(
                                "<%#note%>\na: \"<%.%>\"\n<%/note%>\n<%#owner%>\nb: \"<%mail%> of <%title%>\"\n<%/owner%>\n<%#name%>\nc: \"<%.%>\"\n<%/name%>\n"))
                .isEqualTo("a: \"fresh\"\nb: \"kim@example.org of the corner\"\nc: \"corner\"\n");
    }

    @Test
    void keepsTheCurrentElementInsideATruthValue() {
        assertThat(render("<%#tags%>\n<%#open%>\n- \"<%.%>\"\n<%/open%>\n<%/tags%>\n"))
                .isEqualTo("- \"a\"\n- \"b\"\n");
    }

    @Test
    void readsElementsByTheTypeTheirListNames() {
        assertThat(render("<%#things%>\n- [\"<%name%>\", <%count%>]\n<%/things%>\n"))
                .isEqualTo("- [\"apple\", 3]\n- [\"pear\", 3]\n");
    }

    @Test
    void indentsEveryLineOfAPartialAndOfThoseInIt() {
        templates
                .with(
                        "partials/outer.mustache",
                        "outer:\n\n  <%>inner%>\n  <%#items%>\n  <%>inner%>\n  <%/items%>\nend: 1")
                .with("partials/inner.mustache", "- a: \"<%name%>\"\n  <%! why %>\n  b: 1\n");
        assertThat(render("<%>outer%>\nx:\n    <%> outer %>\ny: 1\n")).isEqualTo("""
                        outer:

                          - a: "corner"
                            b: 1
                          - a: "apple"
                            b: 1
                          - a: "pear"
                            b: 1
                        end: 1
                        x:
                            outer:

                              - a: "corner"
                                b: 1
                              - a: "apple"
                                b: 1
                              - a: "pear"
                                b: 1
                            end: 1
                        y: 1
                        """);
    }

    @Test
    void makesNoFileOfBlanks() {
        templates.with("umbrella/a.yaml.mustache", "\n  <%#note%>\na: 1\n<%/note%>\n \n");
        assertThat(templates.paths(Shop.BARE)).isEmpty();
    }

    @Test
    void endsEveryFileWithOneNewline() {
        assertThat(render("a: 1")).isEqualTo("a: 1\n");
        assertThat(render("a: 1\n\n \n\n")).isEqualTo("a: 1\n");
    }

    @Test
    void keepsTextFromOpeningTags() {
        templates.with("umbrella/t.yaml.mustache", "a: \"<%name%>\"\n");
        assertThat(templates.renderOne(Shop.SMALL.named("<%count%> {{ .x }} \uFFFE\uFFFF")))
                .isEqualTo("a: \"<%count%> \\u007b\\u007b .x \\u007d\\u007d \\ufffe\\uffff\"\n");
    }

    @Test
    void callsHalfASurrogatePairABug() {
        templates.with("umbrella/t.yaml.mustache", "<%#items%>\n- \"<%name%>\"\n<%/items%>\n");
        Shop shop = Shop.SMALL.selling(List.of(new Item("a\uD800", 1, List.of())));
        assertThatThrownBy(() -> templates.problems(shop))
                .hasStackTraceContaining("the text of <%name%> at ")
                .hasStackTraceContaining("holds half of a surrogate pair");
    }

    @Test
    void callsANameThatFindsNothingABug() {
        templates.with("umbrella/t.yaml.mustache", "a: 1\nb: <%count%>\n");
        Tag tag =
                TemplateSet.load(folder, Shop.class).tags().values().iterator().next();
        Scope stranger = Scope.root(Shape.of(Part.class), new Part("x"));
        assertThatThrownBy(() -> new NameBinding(tag).get(List.of(stranger)))
                .isInstanceOf(BugException.class)
                .hasMessageMatching("<%count%> at .*t.yaml.mustache:2:4 names nothing");
    }

    @Test
    void rendersTheSameFromManyThreads() {
        templates
                .with("items/a.yaml.mustache", "<%>p%>\n<%#parts%>\n- \"<%name%>\"\n<%/parts%>\n")
                .with("partials/p.mustache", "a: \"<%name%>\"\n");
        Engine engine = templates.engine();
        List<ChartFile> once = engine.render(Shop.SMALL);
        Set<List<ChartFile>> many = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> engine.render(Shop.SMALL))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(many).containsExactly(once);
    }

    @Test
    void rendersFiveHundredElementsFast() {
        for (int i = 0; i < 15; i++) {
            templates.with("items/t" + i + ".yaml.mustache", "<%#parts%>\n- \"<%name%>\": <%price%>\n<%/parts%>\n");
        }
        List<Part> parts =
                IntStream.range(0, 20).mapToObj(i -> new Part("p" + i)).toList();
        List<Item> items = IntStream.range(0, 500)
                .mapToObj(i -> new Item("i" + i, i, parts))
                .toList();
        Engine engine = templates.engine();
        List<ChartFile> files = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> engine.render(Shop.SMALL.selling(items)));
        assertThat(files).hasSize(500 * 15);
    }

    private String render(String text) {
        return templates.with("umbrella/t.yaml.mustache", text).renderOne(Shop.SMALL);
    }
}
