package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.sign.ChartSigner;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code edits.yaml} is a valid platform broken in one place.
 *
 * <p>{@code platform} is {@code codedang} or {@code bookshop}, {@code environment} one of it, {@code edits} are
 * {@link PlatformEdits} of files below {@code values/} and {@code templates/}. {@code previous} lists the edits of the
 * platform that was built before: its package stands in {@code previous/}, and the upgrade from it is checked. Edits may
 * make {@code previous/} themselves.
 */
class BrokenPlatformGoldenIT {
    private static final String PREVIOUS = "previous";

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return ProblemGoldens.cases("edits.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatIsExpected(String code) throws IOException {
        Path file = ProblemGoldens.CASES.resolve(code).resolve("edits.yaml");
        JsonNode broken = new YamlReader().read(file, file.toString()).root();
        if (broken.has(PREVIOUS)) {
            buildPrevious(broken);
        }
        lay(folder, broken, "edits");

        List<Problem> problems = problems(broken.path("environment").asString());

        ProblemGoldens.compare(code, ProblemGoldens.print(problems).replace(folder + "/", ""));
    }

    private static void lay(Path folder, JsonNode broken, String edits) throws IOException {
        PlatformEdits platform = new PlatformEdits(folder);
        platform.lay(broken.path("platform").asString());
        platform.apply(broken.path(edits));
    }

    /** From a folder of its own, so that the two builds share nothing. */
    private void buildPrevious(JsonNode broken) throws IOException {
        Path before = folder.resolve("before");
        lay(before, broken, PREVIOUS);
        BuiltEnvironment built = new Pipeline(folders(before), Instant.EPOCH)
                .run(broken.path("environment").asString());
        BuiltPlatform.pack(built.packed().umbrella().chart(), Files.createDirectory(folder.resolve(PREVIOUS)));
    }

    private List<Problem> problems(String environment) {
        Path previous = folder.resolve(PREVIOUS);
        PreviousPackages packages = Files.exists(previous) ? PreviousPackages.at(previous) : PreviousPackages.none();
        try {
            new Pipeline(folders(folder), Instant.EPOCH, packages, ChartSigner.none()).run(environment);
            return List.of();
        } catch (ProblemsException found) {
            return found.problems();
        }
    }

    private static Folders folders(Path folder) {
        return new Folders(
                folder.resolve("values"),
                folder.resolve("templates"),
                BuiltPlatform.SCHEMA,
                folder.resolve("charts-out"));
    }
}
