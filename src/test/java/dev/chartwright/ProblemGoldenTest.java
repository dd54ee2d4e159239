package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code values/} is a case named after its problem code.
 *
 * <p>{@code base.yaml} beside the folders is laid under a case that has none of its own, unless it holds a file {@code
 * without-base}. A file {@code environment} names the environment to load; without one, all are loaded. Values are in
 * {@link ByteNotation}.
 */
class ProblemGoldenTest {
    private static final Path CASES = ProblemGoldens.CASES;
    private static final ChartValidator VALIDATOR = new ChartValidator(Path.of("schema"));

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return ProblemGoldens.cases("values");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatIsExpected(String code) throws IOException {
        Path values = copy(CASES.resolve(code));

        List<Problem> problems = problems(values, CASES.resolve(code).resolve("environment"));

        ProblemGoldens.compare(code, ProblemGoldens.print(problems).replace(folder + "/", ""));
    }

    private static List<Problem> problems(Path values, Path named) throws IOException {
        PlatformLoader loader = new PlatformLoader(values, Path.of("schema"), Path.of("templates"));
        List<Problem> problems = new ArrayList<>();
        try {
            List<String> environments =
                    Files.exists(named) ? List.of(Files.readString(named).strip()) : loader.environments();
            for (String environment : environments) {
                LoadedPlatform loaded = loader.load(environment);
                problems.addAll(VALIDATOR.check(Subject.alone(loaded.platform(), loaded.origins())));
            }
        } catch (ProblemsException thrown) {
            problems.addAll(thrown.problems());
        }
        return problems;
    }

    private Path copy(Path from) throws IOException {
        Path values = Files.createDirectory(folder.resolve("values"));
        if (!Files.exists(from.resolve("without-base"))) {
            Files.copy(CASES.resolve("base.yaml"), values.resolve("base.yaml"));
        }
        try (Stream<Path> files = Files.list(from.resolve("values"))) {
            for (Path file : files.toList()) {
                Files.write(values.resolve(file.getFileName()), ByteNotation.bytes(Files.readString(file)));
            }
        }
        return values;
    }
}
