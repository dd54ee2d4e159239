package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds each fact of the running platform against the render: {@code src/test/facts} states them as parts of objects,
 * written by hand and not derived from {@code values/}.
 */
class PlatformFactsTest {
    private static final Path FACTS = Path.of("src/test/facts");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"production, codedang.com", "stage, stage.codedang.com"})
    void rendersEveryFactOfTheRunningPlatform(String environment, String host) throws IOException {
        List<Map<String, Object>> objects =
                BuiltPlatform.of(BuiltPlatform.CODEDANG, environment).objects(folder);
        List<Map<String, Object>> facts = new ArrayList<>(facts("common", environment, host));
        facts.addAll(facts(environment, environment, host));

        List<String> missing = facts.stream()
                .flatMap(fact -> difference(fact, objects).stream())
                .toList();

        assertThat(missing).isEmpty();
        assertThat(facts).hasSizeGreaterThan(70);
    }

    @Test
    void noticesAFactThatDoesNotHold() {
        Map<String, Object> object = Map.of("kind", "A", "metadata", Map.of("name", "b"), "list", List.of("x", "y"));
        Map<String, Object> wrong = Map.of("kind", "A", "metadata", Map.of("name", "b"), "list", List.of("z"));

        assertThat(difference(wrong, List.of(object))).isPresent();
        assertThat(difference(object, List.of(object))).isEmpty();
    }

    private static List<Map<String, Object>> facts(String file, String environment, String host) throws IOException {
        String text = Files.readString(FACTS.resolve(file + ".yaml"));
        return BuiltPlatform.parse(text.replace("${host}", host).replace("${tag}", environment));
    }

    private static Optional<String> difference(Map<String, Object> fact, List<Map<String, Object>> objects) {
        List<Map<String, Object>> sameName =
                objects.stream().filter(object -> identifies(fact, object)).toList();
        if (sameName.isEmpty()) {
            return Optional.of("no object like " + identity(fact));
        }
        return contains(sameName.get(0), fact, identity(fact));
    }

    private static boolean identifies(Map<String, Object> fact, Map<String, Object> object) {
        return fact.get("kind").equals(object.get("kind"))
                && contains(object.get("metadata"), identityOf(fact), "").isEmpty();
    }

    private static Map<?, ?> identityOf(Map<String, Object> fact) {
        return ((Map<?, ?>) fact.get("metadata"))
                .entrySet().stream()
                        .filter(entry -> List.of("name", "namespace").contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String identity(Map<String, Object> fact) {
        return fact.get("kind") + " " + identityOf(fact);
    }

    /** Says where the actual value lacks something of the expected one. */
    private static Optional<String> contains(Object actual, Object expected, String at) {
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> object) {
            return map.entrySet().stream()
                    .map(entry -> contains(object.get(entry.getKey()), entry.getValue(), at + "." + entry.getKey()))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (expected instanceof List<?> list && actual instanceof List<?> items) {
            return list.stream()
                    .filter(wanted -> items.stream()
                            .noneMatch(item -> contains(item, wanted, at).isEmpty()))
                    .map(wanted -> at + ": nothing in the list is like " + wanted + "; it holds " + items)
                    .findFirst();
        }
        return matches(actual, expected)
                ? Optional.empty()
                : Optional.of(at + ": want " + expected + ", got " + actual);
    }

    private static boolean matches(Object actual, Object expected) {
        if (expected instanceof String text && text.contains("*") && actual instanceof String found) {
            String glob = Pattern.quote(text).replace("*", "\\E(?s:.*)\\Q");
            return found.equals(text) || found.matches(glob);
        }
        return expected.equals(actual);
    }
}
