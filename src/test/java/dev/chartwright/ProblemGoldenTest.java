package dev.chartwright;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.validate.ChartValidator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code values/} is a case named after its problem code.
 *
 * <p>{@code base.yaml} beside the folders is laid under a case that has none of its own, unless it holds a file {@code
 * without-base}. A file {@code environment} names the environment to load; without one, all are loaded. In values,
 * {@code {{byte E4}}} and {@code {{repeat 3 x}}} stand for what a text file cannot hold.
 */
class ProblemGoldenTest {
    private static final Path CASES = ProblemGoldens.CASES;
    private static final ChartValidator VALIDATOR = new ChartValidator(Path.of("schema"));
    private static final Pattern SPECIAL = Pattern.compile("\\{\\{(byte|repeat) ([0-9A-F]+) ?(.?)}}");

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
        PlatformLoader loader = new PlatformLoader(values, Path.of("schema"));
        List<Problem> problems = new ArrayList<>();
        try {
            List<String> environments =
                    Files.exists(named) ? List.of(Files.readString(named).strip()) : loader.environments();
            for (String environment : environments) {
                LoadedPlatform loaded = loader.load(environment);
                problems.addAll(VALIDATOR.check(loaded.platform(), loaded.origins()));
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
                Files.write(values.resolve(file.getFileName()), bytes(Files.readString(file)));
            }
        }
        return values;
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher special = SPECIAL.matcher(text);
        int at = 0;
        for (MatchResult found : special.results().toList()) {
            bytes.writeBytes(text.substring(at, found.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(special(found));
            at = found.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] special(MatchResult found) {
        return found.group(1).equals("byte")
                ? new byte[] {(byte) Integer.parseInt(found.group(2), 16)}
                : found.group(3).repeat(Integer.parseInt(found.group(2))).getBytes(StandardCharsets.UTF_8);
    }
}
