package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

import dev.chartwright.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text, put in any place of the loaded model where the schema leaves text free, comes out of the Helm render
 * unchanged: a render with hostile texts equals a render with harmless words in which the words are exchanged.
 */
class AnyTextIT {
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "'",
            "\"",
            "\\",
            "a: b",
            "# no comment",
            "- x",
            "{{ .Values.x }}",
            "{{",
            "}}",
            "<% name %>",
            "<%",
            "%>",
            "*alias",
            "&anchor",
            "!tag",
            "|",
            ">",
            "@at",
            "%percent",
            "`tick`",
            "no",
            "1.10",
            "0755",
            "null",
            "~",
            "line\nline",
            "\r\n",
            "\ttab\t",
            "trailing ",
            "\u0000",
            "\u0007\u001b[31m",
            "\u0085\u2028\u2029\ufeff",
            "\ufffe\uffff\ufdd0",
            "\ud83d\ude00 \ud83c\uddf0\ud83c\uddf7",
            "$(date) ${HOME} $$",
            "---\nkind: Secret",
            "한국어 ünï",
            "x".repeat(10_000));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"production, 1", "stage, 2", "local, 3"})
    void keepsAnyTextInAnyPlace(String environment, long seed) throws IOException {
        Platform platform = BuiltPlatform.load(BuiltPlatform.CODEDANG, environment);
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            Map<String, String> exchanged = new LinkedHashMap<>();
            Platform words = rewrite(
                    platform, text -> word(exchanged, hostile(random)), text -> word(exchanged, line(hostile(random))));
            List<String> texts = new ArrayList<>(exchanged.values());
            Platform hostile = rewrite(platform, text -> texts.remove(0), text -> texts.remove(0));

            assertThat(exchanged).as("free places").hasSizeGreaterThan(40);
            assertThat(render(hostile))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(exchange(render(words), exchanged));
        }
    }

    @Test
    void findsThePlacesThatPeopleWriteFreely() throws IOException {
        List<String> seen = new ArrayList<>();
        UnaryOperator<String> see = text -> {
            seen.add(text);
            return text;
        };
        rewrite(BuiltPlatform.load(BuiltPlatform.CODEDANG, "stage"), see, see);

        assertThat(seen).contains("Codedang <noreply@codedang.com>", "^https://\\d+\\.preview\\.codedang\\.com$", ".*");
    }

    private static String word(Map<String, String> exchanged, String hostile) {
        String word = "Zq%04dqZ".formatted(exchanged.size());
        exchanged.put(word, hostile);
        return word;
    }

    private static String hostile(Random random) {
        if (random.nextInt(3) > 0) {
            return HOSTILE.get(random.nextInt(HOSTILE.size()));
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length >= 0; length--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size() - 1)));
        }
        return text.toString();
    }

    private static String line(String hostile) {
        return "x" + hostile.replaceAll("[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff]", "");
    }

    private static Platform rewrite(Platform platform, UnaryOperator<String> change, UnaryOperator<String> changeLine)
            throws IOException {
        JsonNode schema =
                new JsonMapper().readTree(Files.readString(BuiltPlatform.SCHEMA.resolve("environment.schema.json")));
        return new FreeText(schema, change, changeLine).rewrite(platform);
    }

    private Object render(Platform platform) {
        return exchange(BuiltPlatform.of(platform).objects(folder), Map.of());
    }

    private static Object exchange(Object value, Map<String, String> words) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>();
            map.forEach((key, inside) -> changed.put(key, exchange(inside, words)));
            changed.remove("checksum/config");
            return changed;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inside -> exchange(inside, words)).toList();
        }
        return value instanceof String text ? replaceWords(text, words) : value;
    }

    private static String replaceWords(String text, Map<String, String> words) {
        String changed = text;
        if (changed.contains("Zq")) {
            for (Map.Entry<String, String> word : words.entrySet()) {
                changed = changed.replace(word.getKey(), word.getValue());
            }
        }
        return changed;
    }
}
