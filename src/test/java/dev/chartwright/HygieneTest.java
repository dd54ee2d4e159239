package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Platform;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What no reviewer wants to look for by hand. */
class HygieneTest {
    /** Written by hand, so that they end in a newline and hold no tab or carriage return. */
    private static final List<String> HAND_WRITTEN =
            List.of("src/main", "src/test/java", "templates", "values", "schema");

    @Test
    void engineAndTemplatesNameNoApplicationOfAPlatform() throws IOException {
        Pattern names = names(BuiltPlatform.load(BuiltPlatform.CODEDANG, "stage"));

        List<String> found = files("src/main", "templates").stream()
                .flatMap(file ->
                        lines(file).filter(line -> names.matcher(line).find()).map(line -> file + ": " + line))
                .toList();

        assertThat(names.matcher("image of client-api").find()).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void filesEndInANewlineAndHoldNoTabsOrCarriageReturns() throws IOException {
        List<Path> files = files(HAND_WRITTEN.toArray(String[]::new));

        assertThat(files).hasSizeGreaterThan(300);
        assertThat(files)
                .allSatisfy(file -> assertThat(read(file)).endsWith("\n").doesNotContain("\t", "\r"));
    }

    /** Words too common to tell one platform from another stay out. */
    private static Pattern names(Platform platform) {
        Stream<String> applications = platform.applications().stream()
                .map(Application::name)
                .filter(name -> !List.of("frontend").contains(name));
        Stream<String> words = Stream.concat(
                applications, Stream.of(platform.environment().chart().name()));
        return Pattern.compile(
                words.map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")\\b")), Pattern.CASE_INSENSITIVE);
    }

    private static List<Path> files(String... folders) throws IOException {
        try (Stream<Path> roots = Stream.of(folders).map(Path::of)) {
            return roots.flatMap(HygieneTest::walk)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("schema/crds"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Stream<String> lines(Path file) {
        return read(file).lines();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " is not UTF-8 text", unreadable);
        }
    }
}
