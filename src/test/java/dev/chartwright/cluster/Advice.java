package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a failed run says to type.
 *
 * @param text all that it printed
 */
record Advice(String text) {
    /** Types it, line by line, and returns what was printed. */
    String follow(ServedCluster cluster, HelmProgram helm) throws IOException, InterruptedException {
        // Helm 4 prints what a container said as one line.
        List<String> commands = text.replace("\\n", "\n")
                .lines()
                .map(line -> line.strip().replaceFirst("\"$", ""))
                .distinct()
                .filter(line -> line.startsWith("kubectl ") || line.startsWith("helm "))
                .toList();
        assertThat(commands).as(text).isNotEmpty();
        Path programs = Files.createTempDirectory("programs-");
        Files.createSymbolicLink(programs.resolve("helm"), helm.program());
        Files.createSymbolicLink(
                programs.resolve("kubectl"), Programs.ofTheEnvironment().kubectl());
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "-c", commands.stream().collect(Collectors.joining("\n")))
                .redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", cluster.kubeConfig().toString());
        builder.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
