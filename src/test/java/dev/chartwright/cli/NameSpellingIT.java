package dev.chartwright.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Folders with letters beyond ASCII, under locales that can spell them and under some that cannot. */
@DisabledOnOs({OS.WINDOWS, OS.MAC})
class NameSpellingIT {
    /** A name in bytes, so that it does not depend on the locale of the tests. */
    private static final String NAME = "$(printf 'v\\303\\244lt')";

    @TempDir
    private Path folder;

    private record Run(int code, String err) {}

    /** The shell makes the folder and goes in; what follows is one command line. */
    private Run run(String locale, String arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = "mkdir -p " + NAME + " && cd " + NAME + " && exec " + java + " -XX:TieredStopAtLevel=1 "
                + Main.class.getName() + " " + arguments;
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(Map.of("LC_ALL", locale, "CLASSPATH", classPath()));
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return new Run(code, Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }

    /** For another working folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain json-syntax", "check --values ."})
    void refusesWithTheReasonAndWhatToType(String arguments) throws IOException, InterruptedException {
        Run run = run("C", arguments);

        assertThat(run.code()).isEqualTo(ExitCode.OUTSIDE);
        assertThat(run.err())
                .contains("has letters that the locale cannot spell", "US-ASCII, as LC_ALL", "put `LC_ALL=C.UTF-8`")
                .doesNotContain("Exception");
    }

    @Test
    void refusesAnArgumentToo() throws IOException, InterruptedException {
        Run run = run("C", "check --values /tmp/" + NAME);

        assertThat(run.code()).isEqualTo(ExitCode.OUTSIDE);
    }

    @Test
    void worksOnceThatIsTyped() throws IOException, InterruptedException {
        assertThat(run("C.UTF-8", "explain json-syntax").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("C.UTF-8", "check --values .").code()).isEqualTo(ExitCode.PROBLEMS);
    }
}
