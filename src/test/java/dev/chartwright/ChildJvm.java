package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a class of the tests in a JVM of its own. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The started process; its errors go where ours go. */
    public static Process start(Class<?> main, List<String> options, Map<String, String> variables, String... arguments)
            throws IOException {
        return builder(main, options, variables, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The process, not yet started. */
    public static ProcessBuilder builder(
            Class<?> main, List<String> options, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        return builder;
    }

    /** What a run to its end prints. */
    public static String output(Class<?> main, List<String> options, Map<String, String> variables)
            throws IOException, InterruptedException {
        Process process = start(main, options, variables);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getName() + " ended with " + process.exitValue());
        }
        return output.strip();
    }
}
