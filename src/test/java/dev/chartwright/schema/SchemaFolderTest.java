package dev.chartwright.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Files of the schema folder are a user's: wrong ones are told, stricter ones are kept, looser ones are refused. */
class SchemaFolderTest {
    private static final String LOCK = "images.lock.schema.json";
    private static final String DIGEST = "^sha256:[0-9a-f]{64}$";

    @TempDir
    private Path folder;

    @BeforeEach
    void copySchemas() throws IOException {
        for (String name : List.of(LOCK, "environment.schema.json", "chart.schema.json", "values.types.json")) {
            Files.copy(Path.of("schema").resolve(name), folder.resolve(name));
        }
    }

    private void replace(String file, String old, String with) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, with));
    }

    private List<Problem> problems(String file) {
        SchemaFolder schemas = new SchemaFolder(folder);
        return catchThrowableOfType(ProblemsException.class, () -> schemas.schema(file)).problems().stream()
                .sorted()
                .toList();
    }

    private List<Problem> check(String file, String document) {
        return new SchemaFolder(folder)
                .schema(file)
                .check(
                        JsonMapper.shared().readTree(document),
                        new Origins(Map.of(), Map.of(), Location.ofFile("document")));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCK, "environment.schema.json", "chart.schema.json"})
    void takesEachFileInOtherWordsToo(String file) throws IOException {
        String text = Files.readString(folder.resolve(file));
        Files.writeString(
                folder.resolve(file), JsonMapper.shared().readTree(text).toPrettyString());

        assertThat(new SchemaFolder(folder).schema(file).tree())
                .isEqualTo(JsonMapper.shared().readTree(text));
    }

    @Test
    void keepsAStricterRule() throws IOException {
        replace(LOCK, "\"maxLength\": 384", "\"maxLength\": 12");
        String digest = "sha256:" + "1".repeat(64);

        assertThat(check(LOCK, "{\"images\": {\"a.example/b:1\": \"" + digest + "\"}}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("key-name"));
        assertThat(check(LOCK, "{\"images\": {\"a.example/b\": \"" + digest + "\"}}"))
                .extracting(Problem::code)
                .containsExactly("key-name");
    }

    /** Which of two expressions lets more in cannot be told, so both are kept. */
    @Test
    void keepsItsOwnRuleBesideALooserExpression() throws IOException {
        replace(LOCK, DIGEST, ".*");

        assertThat(check(LOCK, "{\"images\": {\"a.example/b:1\": \"latest\"}}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("text-pattern");
                    assertThat(problem.why()).startsWith("the schema in chartwright itself wants the pattern");
                });
    }

    @Test
    void keepsAnotherDefault() throws IOException {
        replace("environment.schema.json", "\"default\": 30\n", "\"default\": 40\n");

        assertThat(new SchemaFolder(folder)
                        .schema("environment.schema.json")
                        .tree()
                        .toString())
                .contains("\"default\":40");
    }

    @Test
    void refusesADefaultThatBreaksItsOwnRule() throws IOException {
        replace("environment.schema.json", "\"default\": 30\n", "\"default\": \"thirty\"\n");

        assertThat(problems("environment.schema.json")).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("wrong-type");
            assertThat(problem.location().line()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"maxLength\": 384 | \"maxLength\": 385 | `maxLength` in the schema is 385",
                "\"maxLength\": 384 | \"x-length\": 384 | has no `maxLength`",
                "\"required\": [\"images\"], | '' | the schema has no `required`",
                "\"required\": [\"images\"] | \"required\": [] | `required` in the schema leaves out `images`",
                "\"type\": \"object\" | \"x-was\": \"x\" | the schema has no `type`",
                "\"additionalProperties\": false | \"additionalProperties\": true | `additionalProperties` in the schema is no `false`",
                "\"images\": { | \"others\": {}, \"images\": { | has the key `others`, which chartwright does not read",
                "\"images\": { | \"image\": { | has the key `image`, which chartwright does not read",
                "\"additionalProperties\": false | \"additionalProperties\": false, \"patternProperties\": {\".\": {}}"
                        + " | has the key `.`",
            })
    void refusesALooserRule(String old, String with, String what) throws IOException {
        replace(LOCK, old, with);

        assertThat(problems(LOCK)).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("schema-misfit");
            assertThat(problem.what()).contains(what);
            assertThat(problem.location().file()).isEqualTo(folder.resolve(LOCK).toString());
        });
    }

    @Test
    void tellsAKeyThatIsSpeltOtherwiseOnce() throws IOException {
        replace(LOCK, "\"images\": {", "\"image\": {");
        replace(LOCK, "\"required\": [\"images\"]", "\"required\": [\"images\", \"image\"]");

        assertThat(problems(LOCK))
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).startsWith("write `images`"));
    }

    @Test
    void followsNoReferenceOutOfTheFileAndNoneForEver() throws IOException {
        replace(
                LOCK,
                "\"properties\": {",
                "\"definitions\": {\"a\": {\"allOf\": [{\"$ref\": \"#/definitions/b\"}]},"
                        + " \"b\": {\"$ref\": \"#/definitions/a\"}, \"c\": {\"$ref\": \"#\"}}, \"properties\": {");
        assertThat(problems(LOCK))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("`#` is no definition of this file"));

        replace(LOCK, "{\"$ref\": \"#\"}", "{\"$ref\": \"#/definitions/a\"}");
        assertThat(problems(LOCK)).hasSize(2).allMatch(problem -> problem.code().equals("type-reference"));
    }

    @Test
    void refusesALongWayOfReferences() throws IOException {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            chain.append("\"a")
                    .append(i)
                    .append("\": {\"$ref\": \"#/definitions/a")
                    .append(i + 1)
                    .append("\"}, ");
        }
        replace(LOCK, "\"properties\": {", "\"definitions\": {" + chain + "\"a20000\": {}}, \"properties\": {");

        assertThat(problems(LOCK))
                .hasSizeGreaterThan(19_000)
                .allMatch(problem -> problem.what().endsWith("leads on through more than 50 references"));
    }

    @Test
    void refusesAKeywordThatNoValidatorKnows() throws IOException {
        replace(LOCK, "\"maxLength\"", "\"maxlength\"");

        assertThat(problems(LOCK)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-key");
            assertThat(problem.fix()).startsWith("write `maxLength`");
        });
    }

    @Test
    void asksWhoElseEvaluatesExpressions() throws IOException {
        replace("values.types.json", "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "^(?!kube-)[a-z0-9]+$");
        PatternCompiler noLookAhead =
                expression -> expression.contains("(?!") ? Optional.of("no look-ahead") : Optional.empty();

        SchemaFolder schemas = new SchemaFolder(folder);
        assertThat(catchThrowableOfType(
                                ProblemsException.class, () -> schemas.definitions("values.types.json", noLookAhead))
                        .problems())
                .isNotEmpty()
                .allMatch(problem -> problem.code().equals("pattern-syntax"));
    }

    @Test
    void takesLongTextsForAll() {
        String host = "a.".repeat(200_000);

        assertThat(check("chart.schema.json", "{\"version\": \"1.0.0-" + host + "\", \"name\": \"" + host + "\"}"))
                .isNotEmpty();
    }
}
