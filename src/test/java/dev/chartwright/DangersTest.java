package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each danger of the platform's operators that a chart can meet is met, and it would show if it were not. */
class DangersTest {
    private static final Map<String, BuiltPlatform> BUILT = new TreeMap<>();
    private static final Map<String, RenderedPlatform> RENDERED = new TreeMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> answers() {
        return Stream.of(Danger.values())
                .flatMap(danger -> danger.environments().map(name -> Arguments.of(danger, name)));
    }

    static Stream<Arguments> mutations() {
        return Stream.of(Danger.values())
                .flatMap(danger -> danger.mutations().stream()
                        .map(mutation -> Arguments.of(
                                danger, danger.environments().findFirst().orElseThrow(), mutation)));
    }

    private static BuiltPlatform built(String environment) {
        return BUILT.computeIfAbsent(environment, name -> BuiltPlatform.of(BuiltPlatform.CODEDANG, name));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("answers")
    void isMet(Danger danger, String environment) {
        assertThat(danger.complaints(new RenderedPlatform(built(environment), folder)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("mutations")
    void wouldShow(Danger danger, String environment, Danger.Mutation mutation) {
        BuiltPlatform without = built(environment).rewritten(mutation::apply);

        assertThat(without.chart())
                .as("changed")
                .isNotEqualTo(built(environment).chart());
        assertThat(danger.complaints(new RenderedPlatform(without, folder))).isNotEmpty();
    }

    @Test
    void everyDangerIsInTheTable() throws IOException {
        String page = Files.readString(Path.of("ARCHITECTURE.md"));
        List<String> rows = Pattern.compile("(?m)^\\| (D[0-9]+) \\|.*\\| ([^|]+) \\|$")
                .matcher(page)
                .results()
                .map(row -> row.group(1) + (row.group(2).contains("DangersTest") ? " tested" : ""))
                .toList();
        List<String> tested = Stream.of(Danger.values()).map(Danger::name).toList();

        assertThat(rows)
                .isEqualTo(IntStream.rangeClosed(1, 28)
                        .mapToObj(number -> "D" + number)
                        .map(name -> tested.contains(name) ? name + " tested" : name)
                        .toList());
    }
}
