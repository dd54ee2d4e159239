package dev.chartwright.render;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about templates that are refused, word for word, and where. */
class TemplateProblemsTest {
    @TempDir
    private Path folder;

    private Templates templates;

    @BeforeEach
    void emptyFolder() {
        templates = new Templates(folder);
    }

    @Test
    void saysWhatWhyAndWhatToDo() {
        templates.with("umbrella/a.yaml.mustache", "a: 1\nb: 😀 <% nmae %>\n");
        Problem problem = Assertions.catchThrowableOfType(ProblemsException.class, templates::engine)
                .problems()
                .get(0);
        assertThat(problem)
                .isEqualTo(new Problem(
                        new Location(folder + "/umbrella/a.yaml.mustache", 2, 6, 10),
                        "unknown-name",
                        "`nmae` names nothing in Shop",
                        "names are looked up in Shop; one that finds nothing would leave a blank",
                        "write `name`"));
    }

    @Test
    void tellsTheProblemsOfAllTemplatesAtOnce() {
        templates
                .with("umbrella/b.yaml.mustache", "a: <%name%>\nb: <%{name}%>\n# <%count%>\n")
                .with("umbrella/a.yaml.mustache", "a: <%nope%>\n")
                .with("partials/unused.mustache", "a: <%#name%>\n")
                .with("readme.md", "hello\n");
        assertThat(templates.problems()).isEqualTo("""
                        partials/unused.mustache:1:4: `<%#name%>` is never closed [unclosed-section]
                        readme.md: `readme.md` does not end in `.mustache` [template-name]
                        umbrella/a.yaml.mustache:1:4: `nope` names nothing in Shop [unknown-name]
                        umbrella/b.yaml.mustache:2:4: `<%{name}%>` is a tag of the kind `{` [forbidden-tag]
                        umbrella/b.yaml.mustache:3:3: `<%count%>` stands in a comment [tag-in-comment]
                        """);
    }

    @Nested
    class Tags {
        @Test
        void refusesEveryKindThatIsNotOurs() {
            assertThat(
                            problemsOf(
                                    "<%{name}%>\n<%&name%>\n<%=<< >>=%>\n<%%name%>\n<%<name%>\n<%$name%>\n<%?name%>\n<%*name%>"))
                    .isEqualTo("""
                            1:1: `<%{name}%>` is a tag of the kind `{` [forbidden-tag]
                            2:1: `<%&name%>` is a tag of the kind `&` [forbidden-tag]
                            3:1: `<%=<< >>=%>` is a tag of the kind `=` [forbidden-tag]
                            4:1: `<%%name%>` is a tag of the kind `%` [forbidden-tag]
                            5:1: `<%<name%>` is a tag of the kind `<` [forbidden-tag]
                            6:1: `<%$name%>` is a tag of the kind `$` [forbidden-tag]
                            7:1: `<%?name%>` is a tag of the kind `?` [forbidden-tag]
                            8:1: `<%*name%>` is a tag of the kind `*` [forbidden-tag]
                            """);
        }

        @Test
        void refusesATagOverALineEnd() {
            assertThat(problemsOf("a: \"<%name\n%>\"\nb: <% count <%count%>\n<%! a\nb %>"))
                    .isEqualTo("""
                            1:5: `<%` has no `%>` on its line [unclosed-tag]
                            3:4: `<%` has no `%>` before the next `<%` [unclosed-tag]
                            4:1: `<%` has no `%>` on its line [unclosed-tag]
                            """);
        }

        @Test
        void refusesWhatIsNoName() {
            assertThat(problemsOf("a: <%%>\nb: <%a b%>\nc: <%a.%>\nd: <%..%>")).isEqualTo("""
                            1:4: `` is not a name [tag-name]
                            2:4: `a b` is not a name [tag-name]
                            3:4: `a.` is not a name [tag-name]
                            4:4: `..` is not a name [tag-name]
                            """);
        }

        @Test
        void refusesSectionsThatDoNotNest() {
            assertThat(problemsOf("<%#open%>\n<%#owner%>\n<%/open%>\n<%/items%>\n<%#tags%>"))
                    .isEqualTo("""
                            3:1: `<%/open%>` closes nothing: the open section is `<%#owner%>` [wrong-close]
                            4:1: `<%/items%>` closes nothing: no section is open [wrong-close]
                            5:1: `<%#tags%>` is never closed [unclosed-section]
                            """);
        }

        @Test
        void refusesASectionThatCrossesAQuote() {
            assertThat(problemsOf("a: <%#open%>\"<%/open%><%name%>\"\nb: [<%#open%>1]<%/open%>"))
                    .isEqualTo("""
                            1:14: `<%#open%>` opens and closes on different sides of a quote, bracket or brace [section-crosses-quotes]
                            2:16: `<%#open%>` opens and closes on different sides of a quote, bracket or brace [section-crosses-quotes]
                            """);
        }

        @Test
        void refusesAnyTagInAComment() {
            assertThat(problemsOf("# <%#open%>\"<%/open%> <%! no %>\n{{/*\n<%count%> */}}\na: 1 # <%>p%>"))
                    .isEqualTo("""
                            1:3: `<%#open%>` stands in a comment [tag-in-comment]
                            1:13: `<%/open%>` stands in a comment [tag-in-comment]
                            1:23: `<%!no%>` stands in a comment [tag-in-comment]
                            3:1: `<%count%>` stands in a comment [tag-in-comment]
                            4:8: `<%>p%>` stands in a comment [tag-in-comment]
                            4:8: there is no partial `p` [unknown-partial]
                            """);
        }

        @Test
        void refusesAFileThatEndsInsideAnAction() {
            assertThat(problemsOf("a: {{ .b\n"))
                    .isEqualTo(
                            "1: a quoted scalar, a flow collection or `{{ }}` that opens here is still open where the file ends [open-end]\n");
        }

        @Test
        void tellsWhereItOpensAndNoSectionThatFollows() {
            assertThat(problemsOf("a: 1\n<%#items%>\nb: \"x\n<%/items%>\nc: 1\n"))
                    .isEqualTo(
                            "3: a quoted scalar, a flow collection or `{{ }}` that opens here is still open where the file ends [open-end]\n");
        }
    }

    @Nested
    class Names {
        @Test
        void refusesTextOutsideDoubleQuotes() {
            assertThat(
                            problemsOf(
                                    "a: <%name%>\nb: '<%mood%>'\nc: |\n  <%owner.mail%>\nd: {{ <%title%> }}\n<%#tags%>\n- <%.%>\n<%/tags%>"))
                    .isEqualTo("""
                            1:4: `<%name%>` is text and stands outside quotes [unquoted-text]
                            2:5: `<%mood%>` is text and stands between single quotes, where escapes mean nothing [unquoted-text]
                            4:3: `owner` in `owner.mail` is optional [needs-section]
                            5:7: `<%title%>` is text and stands in a `{{ }}` expression, outside its double quotes [unquoted-text]
                            7:3: `<%.%>` is text and stands outside quotes [unquoted-text]
                            """);
        }

        @Test
        void acceptsNumbersAndTruthValuesOutsideQuotes() {
            assertThat(problemsOf("a: <%count%>\nb: <%open%>\nc: |\n  <%count%>\nd: {{ add <%count%> 1 }}"))
                    .isEmpty();
        }

        @Test
        void looksIntoSectionsThatNothingRenders() {
            assertThat(
                            problemsOf(
                                    "<%^name%>\n<%#items%>\na: <%prise%>\n<%^parts%>\nb: <%mial%>\n<%/parts%>\n<%/items%>\n<%/name%>"))
                    .isEqualTo("""
                            3:4: `prise` names nothing in Item [unknown-name]
                            5:4: `mial` names nothing in Item [unknown-name]
                            """);
        }

        @Test
        void looksOutwardButNotSideways() {
            assertThat(problemsOf("<%#items%>\na: <%count%>\n<%/items%>\nb: <%price%>"))
                    .isEqualTo("4:4: `price` names nothing in Shop [unknown-name]\n");
        }

        @Test
        void refusesToPrintWhatIsNoSingleValue() {
            assertThat(problemsOf(
                            "a: \"<%note%>\"\nb: \"<%tags%>\"\nc: \"<%owner%>\"\n<%#owner%>\nd: \"<%.%>\"\n<%/owner%>"))
                    .isEqualTo("""
                            1:5: `note` is optional and cannot be printed [needs-section]
                            2:5: `tags` is a list and cannot be printed [needs-section]
                            3:5: `owner` is optional and cannot be printed [needs-section]
                            5:5: `.` is a whole Owner and cannot be printed [needs-section]
                            """);
        }

        @Test
        void refusesASectionOfANumber() {
            assertThat(problemsOf("<%#count%>\na: 1\n<%/count%>\n<%^mood%>\na: 1\n<%/mood%>"))
                    .isEqualTo("""
                            1:1: `count` is a number and cannot be a section [needs-value]
                            4:1: `mood` is Mood and cannot be a section [needs-value]
                            """);
        }

        @Test
        void knowsAnElementByTheTypeItsListNames() {
            assertThat(problemsOf("<%#things%>\na: \"<%title%>\"\nb: <%price%>\n<%/things%>"))
                    .isEqualTo("3:4: `price` names nothing in Named [unknown-name]\n");
        }

        @Test
        void offersNoNameOfEveryObject() {
            assertThat(problemsOf("a: \"<%toString%>\"\nb: <%hashCode%>\nc: \"<%getClass%>\""))
                    .hasLineCount(3);
        }
    }

    @Nested
    class Partials {
        @Test
        void refusesAPartialThatDoesNotExist() {
            templates.with("partials/labels.mustache", "a: 1\n");
            assertThat(problemsOf("<%>lables%>")).isEqualTo("1:1: there is no partial `lables` [unknown-partial]\n");
        }

        @Test
        void refusesAPartialThatIsNotAlone() {
            templates.with("partials/p.mustache", "a: 1\n");
            assertThat(problemsOf("a: <%>p%>\n<%>p%><%>p%>\nb: |\n  <%>p%>\n\t<%>p%>"))
                    .isEqualTo("""
                            1:4: `<%>p%>` shares its line [partial-not-alone]
                            2:1: `<%>p%>` shares its line [partial-not-alone]
                            2:7: `<%>p%>` shares its line [partial-not-alone]
                            4:3: `<%>p%>` stands in a block scalar, where escapes mean nothing [partial-not-alone]
                            5:2: `<%>p%>` stands outside quotes [partial-not-alone]
                            """);
        }

        @Test
        void refusesACircle() {
            templates.with("partials/p.mustache", "<%>q%>\n").with("partials/q.mustache", "  <%>p%>\n");
            assertThat(problemsOf("<%>p%>").replaceAll("(?m)^", ""))
                    .contains("partials/q.mustache:1:3: `<%>p%>` leads back to itself: p, q [recursive-partial]")
                    .contains("partials/p.mustache:1:1: `<%>q%>` leads back to itself: q, p [recursive-partial]");
        }

        @Test
        void checksAPartialInEveryContextThatUsesIt() {
            templates.with("partials/p.mustache", "a: <%price%>\n");
            assertThat(problemsOf("<%#items%>\n<%>p%>\n<%/items%>\n<%>p%>\n<%#owner%>\n<%>p%>\n<%/owner%>"))
                    .isEqualTo("partials/p.mustache:1:4: `price` names nothing in Shop [unknown-name]\n");
        }
    }

    @Nested
    class Folders {
        @Test
        void refusesWhatIsNotPlainUtf8() {
            templates
                    .with("umbrella/crlf.yaml.mustache", "a: 1\r\n")
                    .with("umbrella/bom.yaml.mustache", "\uFEFFa: 1\n")
                    .with("umbrella/latin.yaml.mustache", new byte[] {'a', '\n', 'b', (byte) 0xE9, '\n'})
                    .with("umbrella/cut.yaml.mustache", new byte[] {'a', (byte) 0xC3})
                    .with("umbrella/nul.yaml.mustache", "a: \0\n");
            assertThat(templates.problems()).isEqualTo("""
                            umbrella/bom.yaml.mustache:1:1: the character U+FEFF stands in a template [template-encoding]
                            umbrella/crlf.yaml.mustache:1:5: the line ends with CR [template-encoding]
                            umbrella/cut.yaml.mustache:1:2: this byte is not UTF-8 [template-encoding]
                            umbrella/latin.yaml.mustache:2:2: this byte is not UTF-8 [template-encoding]
                            umbrella/nul.yaml.mustache:1:4: the character U+0000 stands in a template [template-encoding]
                            """);
        }

        @Test
        void refusesLinksAndStrayFiles() throws Exception {
            templates.with("umbrella/a.yaml", "a: 1\n").with("a.yaml.mustache", "a: 1\n");
            Files.createSymbolicLink(folder.resolve("umbrella/link.yaml.mustache"), Path.of("a.yaml"));
            Files.createSymbolicLink(folder.resolve("all"), Path.of("umbrella"));
            assertThat(templates.problems()).isEqualTo("""
                            a.yaml.mustache: `a.yaml.mustache` stands in no chart's folder [template-place]
                            all: `all` is a symbolic link [template-link]
                            umbrella/a.yaml: `umbrella/a.yaml` does not end in `.mustache` [template-name]
                            umbrella/link.yaml.mustache: `umbrella/link.yaml.mustache` is a symbolic link [template-link]
                            """);
        }

        @Test
        void saysThatThereIsNoFolder() {
            assertThat(new Templates(folder.resolve("none")).problems()).endsWith("[no-templates]\n");
        }
    }

    private String problemsOf(String text) {
        return templates
                .with("umbrella/t.yaml.mustache", text)
                .problems()
                .replaceAll("(?m)^umbrella/t.yaml.mustache(:(?=\\d))?", "");
    }
}
