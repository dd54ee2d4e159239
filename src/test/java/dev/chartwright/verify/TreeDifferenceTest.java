package dev.chartwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class TreeDifferenceTest {
    private static final long SEED = 20_200_101;
    private static final int RUNS = 500;
    private static final Shown SHOWN = new Shown(
            new Registry(
                    new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()),
                    host -> Optional.empty()),
            "");

    private static Optional<String> find(String published, String built) {
        return TreeDifference.find(read(published), read(built), "config", SHOWN);
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(find("{\"a\":[1,{\"b\":\"c\"}],\"d\":2}", "{\"d\":2,\"a\":[1,{\"b\":\"c\"}]}"))
                .isEmpty();
    }

    @Test
    void tellsWhatIsMissingFromWhatIsMore() {
        assertThat(find("{}", "{\"a\":\"x\"}")).contains("`config.a` is missing, and this checkout makes `x`");
        assertThat(find("{\"a\":\"x\"}", "{}")).contains("`config.a` is `x`, and this checkout makes none");
    }

    @Test
    void tellsNumbersFromTexts() {
        assertThat(find("{\"a\":2}", "{\"a\":\"2\"}")).contains("`config.a` is `2`, and this checkout makes `\"2\"`");
    }

    @Test
    void showsWhereLongTextsDiffer() {
        String same = "x".repeat(100);
        assertThat(find("{\"a\":\"" + same + "1\"}", "{\"a\":\"" + same + "2\"}"))
                .contains("`config.a` is `…xxxxxxxxxxxxxxx1`, and this checkout makes `…xxxxxxxxxxxxxxx2`");
    }

    @Test
    void staysOnOneShortLineWhateverIsPublished() {
        String name = "\\u001b[2J\\n" + "n".repeat(10_000);
        assertThat(find("{\"" + name + "\":\"" + name + "\"}", "{}"))
                .hasValueSatisfying(
                        text -> assertThat(text).hasSizeLessThan(200).doesNotContain("\u001b", "\n"));
    }

    /** One place changed: that place is named, and no other. */
    @Test
    void namesTheOnePlaceThatChanged() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            JsonNode built = any(random, 4);
            List<String> places = places(built, "m");
            String place = places.get(random.nextInt(places.size()));
            JsonNode published = changed(built, "m", place);
            assertThat(TreeDifference.find(published, built, "m", SHOWN).orElse("none"))
                    .as("seed %d, run %d: %s in %s", SEED, run, place, built)
                    .startsWith("`" + place + "` is ")
                    .contains("changed");
        }
    }

    private static JsonNode any(Random random, int depth) {
        int kind = depth == 4 ? 0 : random.nextInt(depth == 0 ? 1 : 4) + (depth == 0 ? 2 : 0);
        if (kind == 0) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            random.ints(1 + random.nextInt(3), 'a', 'f')
                    .forEach(name -> object.set(String.valueOf((char) name), any(random, depth - 1)));
            return object;
        }
        if (kind == 1) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            random.ints(1 + random.nextInt(3)).forEach(element -> array.add(any(random, depth - 1)));
            return array;
        }
        return kind == 2
                ? JsonNodeFactory.instance.stringNode("text " + random.nextInt(9))
                : JsonNodeFactory.instance.numberNode(random.nextInt(9));
    }

    private static List<String> places(JsonNode tree, String place) {
        List<String> places = new ArrayList<>();
        if (tree.isContainer()) {
            tree.propertyStream()
                    .forEach(field -> places.addAll(places(field.getValue(), place + "." + field.getKey())));
            for (int index = 0; tree.isArray() && index < tree.size(); index++) {
                places.addAll(places(tree.path(index), place + "[" + index + "]"));
            }
            return places;
        }
        return List.of(place);
    }

    private static JsonNode changed(JsonNode tree, String at, String place) {
        if (at.equals(place)) {
            return JsonNodeFactory.instance.stringNode("changed");
        }
        if (tree.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            tree.propertyStream()
                    .forEach(field ->
                            object.set(field.getKey(), changed(field.getValue(), at + "." + field.getKey(), place)));
            return object;
        }
        if (tree.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int index = 0; index < tree.size(); index++) {
                array.add(changed(tree.path(index), at + "[" + index + "]", place));
            }
            return array;
        }
        return tree;
    }
}
