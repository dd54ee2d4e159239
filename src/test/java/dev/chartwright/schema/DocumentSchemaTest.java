package dev.chartwright.schema;

import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentSchemaTest {
    private static final DocumentSchema SCHEMA = new DocumentSchema("""
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["name"],
              "properties": {
                "name": {"$ref": "#/definitions/label"},
                "tag": {"type": "string", "minLength": 1},
                "port": {"title": "TCP port", "type": "integer", "minimum": 1, "maximum": 65535},
                "tier": {"type": "string", "enum": ["production", "stage"]},
                "kind": {"const": "Platform"},
                "hosts": {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": true},
                "flag": {"type": "boolean"},
                "ports": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["port"],
                    "properties": {"port": {"description": "What it listens on.", "type": "integer"}}
                  }
                },
                "parts": {
                  "type": "object",
                  "propertyNames": {"$ref": "#/definitions/label"},
                  "additionalProperties": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["size"],
                    "properties": {"size": {"type": "integer"}, "shape": {"type": "string"}}
                  }
                }
              },
              "definitions": {
                "label": {"title": "DNS label", "type": "string", "pattern": "^[a-z]+$", "maxLength": 5}
              }
            }
            """, "schema/x.json");

    @Test
    void acceptsADocumentThatFollowsIt() {
        assertThat(check("name: abc\nport: 80\nparts: {a: {size: 1}}\n")).isEmpty();
    }

    @Test
    void pointsAtAnUnknownKeyAndNamesTheNearest() {
        Problem problem = only("name: abc\nparts:\n  a:\n    size: 1\n    shpae: x\n");

        assertThat(problem)
                .isEqualTo(new Problem(
                        new Location("f", 5, 5, 5),
                        "unknown-key",
                        "`parts.a` has no key `shpae`",
                        "schema/x.json lists every key that may stand here",
                        "write `shape`"));
    }

    @Test
    void listsAllowedKeysWhenNoneIsNear() {
        assertThat(only("name: abc\nzzzzzz: 1\n").fix())
                .isEqualTo("write one of `flag`, `hosts`, `kind`, `name`, `parts`, …");
    }

    @Test
    void pointsAtTheParentOfAMissingKey() {
        Problem problem = only("name: abc\nparts:\n  a: {}\n");

        assertThat(problem.code()).isEqualTo("missing-key");
        assertThat(problem.what()).isEqualTo("`parts.a` has no `size`");
        assertThat(problem.location()).isEqualTo(new Location("f", 3, 3, 1));
    }

    @Test
    void pointsAtTheItemOfAListThatLacksAKey() {
        Problem problem = only("name: abc\nports:\n  - port: 1\n  - other: 2\n");

        assertThat(problem.location()).isEqualTo(new Location("f", 4, 5, 5));
        assertThat(problem.why()).isEqualTo("schema/x.json requires it: What it listens on");
    }

    @Test
    void saysToQuoteWhatShouldBeText() {
        assertThat(only("name: abc\ntag: 1.10\n").fix()).isEqualTo("quote it: `\"1.10\"`");
        assertThat(only("name: abc\ntag: true\n").fix()).isEqualTo("quote it: `\"true\"`");
        assertThat(only("name: abc\nport: \"80\"\n").fix()).isEqualTo("write it without quotes: `80`");
        assertThat(only("name: abc\ntag:\n").fix()).isEqualTo("give it a value, or remove the key");
        assertThat(only("name: abc\nflag: maybe\n").what())
                .isEqualTo("`flag` is the text `maybe`, but `true` or `false` is wanted");
    }

    @Test
    void tellsOneMistakeOnce() {
        assertThat(codes("name: ABCDEFGH\n")).containsExactly("text-pattern");
        assertThat(codes("name: 12\n")).containsExactly("wrong-type");
    }

    @Test
    void namesThePatternByItsTitle() {
        Problem problem = only("name: ABC\n");

        assertThat(problem.what()).isEqualTo("`name` is `ABC`, which is no DNS label");
        assertThat(problem.why()).isEqualTo("schema/x.json wants the pattern `^[a-z]+$`");
    }

    @Test
    void doesNotLetALineEndSlipThroughThePatternsEnd() {
        assertThat(codes("name: \"abc\\n\"\n")).containsExactly("text-pattern");
    }

    @Test
    void pointsAtAWrongKeyName() {
        Problem problem = only("name: abc\nparts:\n  A1: {size: 1}\n");

        assertThat(problem.code()).isEqualTo("key-name");
        assertThat(problem.location()).isEqualTo(new Location("f", 3, 3, 2));
        assertThat(problem.what()).isEqualTo("`parts` has the key `A1`, which is no DNS label");
    }

    @Test
    void namesTheRangeOfANumber() {
        Problem problem = only("name: abc\nport: 80800\n");

        assertThat(problem.code()).isEqualTo("out-of-range");
        assertThat(problem.what()).isEqualTo("`port` is 80800 but the highest value is 65535");
        assertThat(problem.fix()).isEqualTo("choose a number from 1 to 65535");
    }

    @Test
    void namesAllowedValues() {
        assertThat(only("name: abc\ntier: stag\n").fix()).isEqualTo("write `stage`");
        assertThat(only("name: abc\nkind: x\n").fix()).isEqualTo("write `Platform`");
    }

    @Test
    void countsItemsAndCharacters() {
        assertThat(codes("name: abc\nhosts: []\n")).containsExactly("item-count");
        assertThat(codes("name: abc\ntag: \"\"\n")).containsExactly("text-length");
    }

    @Test
    void pointsAtTheSecondOfTwoEqualItems() {
        Problem problem = only("name: abc\nhosts: [a, b, a]\n");

        assertThat(problem.code()).isEqualTo("duplicate-item");
        assertThat(problem.location()).isEqualTo(new Location("f", 2, 15, 1));
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        assertThat(codes("port: 0\ntier: x\nparts: {a: {size: big}}\n"))
                .containsExactlyInAnyOrder("missing-key", "out-of-range", "not-allowed-value", "wrong-type");
    }

    private static Problem only(String yaml) {
        List<Problem> problems = check(yaml);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> codes(String yaml) {
        return check(yaml).stream().map(Problem::code).toList();
    }

    private static List<Problem> check(String yaml) {
        YamlDocument document = new YamlReader().read(yaml, "f");
        return SCHEMA.check(document.root(), document.origins());
    }
}
