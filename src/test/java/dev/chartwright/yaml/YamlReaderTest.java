package dev.chartwright.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class YamlReaderTest {
    @Nested
    class Values {
        @Test
        void readsCleanScalarsByTheirType() {
            JsonNode root = root("{i: -12, d: 1.50, t: true, n: null, e: , s: 1.2.3, q: \"no\", v: v1, p: a b}");

            assertThat(root.get("i").longValue()).isEqualTo(-12);
            assertThat(root.get("d").decimalValue()).isEqualTo("1.50");
            assertThat(root.get("t").booleanValue()).isTrue();
            assertThat(root.get("n").isNull()).isTrue();
            assertThat(root.get("e").isNull()).isTrue();
            assertThat(root.get("s").stringValue()).isEqualTo("1.2.3");
            assertThat(root.get("q").stringValue()).isEqualTo("no");
            assertThat(root.get("v").stringValue()).isEqualTo("v1");
            assertThat(root.get("p").stringValue()).isEqualTo("a b");
        }

        @Test
        void readsNothingAsNull() {
            assertThat(root("# only a comment\n").isNull()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no",
                    "yes",
                    "on",
                    "off",
                    "True",
                    "NULL",
                    "Null",
                    "0755",
                    "0o17",
                    "08",
                    "1e3",
                    "1.5e3",
                    "12:30:45",
                    "1_000",
                    "2001-01-01",
                    "2001-01-01T10:00:00Z",
                    ".inf",
                    "-.INF",
                    ".nan",
                    "0x1F",
                    "0b1",
                    "+1",
                    ".5",
                    "5.",
                    "=",
                    "<<"
                })
        void refusesWhatIsNotTextToEveryReader(String scalar) {
            assertThat(problems("a: " + scalar)).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("ambiguous-scalar");
                assertThat(problem.location()).isEqualTo(new Location("f.yaml", 1, 4, scalar.length()));
                assertThat(problem.fix()).contains("quote it: `\"" + scalar + "\"`");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"on", "no", "8080", "true", "~", "1.5"})
        void refusesKeysThatAreNoText(String key) {
            assertThat(problems(key + ": x")).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("ambiguous-scalar");
                assertThat(problem.location()).isEqualTo(new Location("f.yaml", 1, 1, key.length()));
            });
        }

        @Test
        void refusesWholeNumbersBeyondSixtyFourBits() {
            assertThat(root("a: 9223372036854775807").get("a").longValue()).isEqualTo(Long.MAX_VALUE);
            assertThat(codes("a: 9223372036854775808")).containsExactly("integer-range");
        }
    }

    @Nested
    class Places {
        @Test
        void knowsThePlaceOfEachKeyAndValue() {
            YamlDocument document = read("a:\n  b/c: [x, \"y z\"]\n  d: |\n    text\n");

            assertThat(document.origins().key("/a/b~1c")).isEqualTo(new Location("f.yaml", 2, 3, 3));
            assertThat(document.origins().value("/a/b~1c/0")).isEqualTo(new Location("f.yaml", 2, 9, 1));
            assertThat(document.origins().value("/a/b~1c/1")).isEqualTo(new Location("f.yaml", 2, 12, 5));
            assertThat(document.origins().value("/a/d")).isEqualTo(new Location("f.yaml", 3, 6, 1));
            assertThat(document.origins().value("/a")).isEqualTo(new Location("f.yaml", 2, 3, 3));
        }

        @Test
        void countsColumnsInCodePoints() {
            assertThat(read("{\"😀\": 이}").origins().value("/😀")).isEqualTo(new Location("f.yaml", 1, 7, 1));
        }
    }

    @Nested
    class Refusals {
        @Test
        void tellsEveryFaultAtOnce() {
            assertThat(codes("a: no\nb: &x 1\nc: *x\nd: !!str 1\na: 2\n"))
                    .containsExactly("ambiguous-scalar", "yaml-alias", "yaml-alias", "yaml-tag", "duplicate-key");
        }

        @Test
        void namesTheFirstPlaceOfADuplicateKey() {
            Problem problem = problems("a: 1\nb: 2\n\"a\": 3\n").get(0);

            assertThat(problem.location()).isEqualTo(new Location("f.yaml", 3, 1, 3));
            assertThat(problem.why()).endsWith("the first is at f.yaml:1:1");
        }

        @Test
        void refusesHalfASurrogatePair() {
            assertThat(problems("a: [\"\\ud83d\\udcda\", \"x \\ud83d\"]\n\"\\udcda\": 1\n"))
                    .extracting(Problem::code, problem -> problem.location().toString())
                    .containsExactly(tuple("lone-surrogate", "f.yaml:1:21"), tuple("lone-surrogate", "f.yaml:2:1"));
        }

        @Test
        void refusesASecondDocument() {
            Problem problem = problems("a: 1\n---\nb: 1\n").get(0);

            assertThat(problem.code()).isEqualTo("several-documents");
            assertThat(problem.location()).isEqualTo(new Location("f.yaml", 2, 1, 3));
        }

        @Test
        void refusesAliasesOfThemselves() {
            assertThat(codes("a: &a [*a]\n")).containsExactly("yaml-alias", "yaml-alias");
        }

        @Test
        void keepsEarlierFaultsWhenTheSyntaxBreaks() {
            assertThat(codes("a: no\nb: [1, 2\nc: 3\n")).containsExactly("ambiguous-scalar", "yaml-syntax");
        }

        @Test
        void pointsAtControlCharacters() {
            Problem problem = problems("a: x\nb: \"y\u0007\"\n").get(0);

            assertThat(problem.code()).isEqualTo("control-character");
            assertThat(problem.location()).isEqualTo(new Location("f.yaml", 2, 6, 1));
        }

        @Test
        void refusesListsAsKeys() {
            assertThat(codes("? [a]\n: b\n")).containsExactly("complex-key");
        }

        @Test
        void refusesDeepNesting() {
            assertThat(codes("[".repeat(60) + "]".repeat(60))).containsExactly("nesting-depth");
            assertThat(codes("[".repeat(100_000))).containsExactly("nesting-depth");
        }

        @Test
        void refusesHugeFiles() {
            assertThat(codes("a: " + "x".repeat(3_000_000))).containsExactly("file-size");
        }

        @Test
        void refusesFilesThatAreNotUtf8(@TempDir Path folder) throws IOException {
            Path file = Files.write(folder.resolve("x.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});

            ProblemsException thrown =
                    catchThrowableOfType(ProblemsException.class, () -> new YamlReader().read(file, "x.yaml"));

            assertThat(thrown.problems()).extracting(Problem::code).containsExactly("not-utf8");
        }
    }

    private static YamlDocument read(String text) {
        return new YamlReader().read(text, "f.yaml");
    }

    private static JsonNode root(String text) {
        return read(text).root();
    }

    private static List<String> codes(String text) {
        return problems(text).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(ProblemsException.class, () -> read(text)).problems();
    }
}
