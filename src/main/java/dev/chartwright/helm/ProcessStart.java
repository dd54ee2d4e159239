package dev.chartwright.helm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How Helm's process is started: with this program's own Java and classes, and nothing of what a user has set for Helm,
 * Kubernetes or Java.
 *
 * @param cache where the library may be kept; none when there is no such place
 * @param temporary where it may lie for as long as the process runs
 */
record ProcessStart(Optional<Path> cache, Path temporary) {
    /** Variables that say how the system spells file names, or without which it starts nothing. */
    private static final List<String> KEPT = List.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "windir");

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true",
            "--enable-native-access=ALL-UNNAMED");

    /** As this process is set up. */
    static ProcessStart here() {
        return new ProcessStart(UserCache.here().folder(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    ProcessBuilder builder(RenderLimits limits) {
        Path java = Path.of(System.getProperty("java.home")).toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(command(java, limits)).directory(java.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().retainAll(KEPT);
        // A home that is not there: Helm looks below it for all that it is not told.
        variables.put("HOME", java.resolve("nobody").toString());
        variables.put("TZ", "UTC");
        return builder;
    }

    private List<String> command(Path java, RenderLimits limits) {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + temporary.toAbsolutePath());
        command.addAll(List.of("-cp", classes(), HelmMain.class.getName()));
        command.add(Long.toString(limits.memory()));
        command.add(Integer.toString(limits.text()));
        cache.ifPresent(folder -> command.add(folder.toString()));
        return command;
    }

    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
