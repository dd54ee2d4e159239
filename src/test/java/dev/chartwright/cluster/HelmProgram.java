package dev.chartwright.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.chartwright.ChildJvm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A Helm as people have it: what it ends with, and what it says of its own accord. */
enum HelmProgram {
    /** The one in the jar, which has no rollback. */
    EMBEDDED("", false),
    HELM3("HELM3", true),
    HELM4("HELM4", true);

    static final String RELEASE = "codedang";
    private static final int PATIENCE_MINUTES = 5;
    /** How Helm's client for Kubernetes, Helm 3 and Helm 4 begin a line that warns. */
    private static final Pattern WARNING =
            Pattern.compile("^([IWEF][0-9]{4} .*|(?i:warning:).*|.*\\blevel=(WARN|ERROR)\\b.*)$");

    private final String variable;
    private final boolean rollsBack;

    HelmProgram(String variable, boolean rollsBack) {
        this.variable = variable;
        this.rollsBack = rollsBack;
    }

    /**
     * How a run ended.
     *
     * @param code exit code
     * @param text everything it printed
     */
    record Run(int code, String text) {
        List<String> warnings() {
            return text.lines().filter(line -> WARNING.matcher(line).matches()).toList();
        }
    }

    boolean rollsBack() {
        return rollsBack;
    }

    /** Stops the test, with its reason, where this Helm is not on the machine. */
    void assumeIsHere() {
        assumeTrue(variable.isEmpty() || binary().isPresent(), variable + " names no helm binary");
    }

    Run install(ServedCluster cluster, Path chart, Path... values) {
        List<String> words = new ArrayList<>(List.of("upgrade", RELEASE, chart.toString()));
        words.addAll(List.of("--install", "--namespace", RELEASE, "--create-namespace"));
        for (Path file : values) {
            words.addAll(List.of("--values", file.toString()));
        }
        return run(cluster, words);
    }

    Run rollback(ServedCluster cluster, int revision) {
        return run(cluster, List.of("rollback", RELEASE, Integer.toString(revision), "--namespace", RELEASE));
    }

    Run uninstall(ServedCluster cluster) {
        return run(cluster, List.of("uninstall", RELEASE, "--namespace", RELEASE));
    }

    /** The binary. */
    Path program() {
        return Path.of(binary().orElseThrow());
    }

    private Optional<String> binary() {
        return Optional.ofNullable(System.getenv(variable)).filter(path -> Files.isExecutable(Path.of(path)));
    }

    private Run run(ServedCluster cluster, List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of("--kubeconfig", cluster.kubeConfig().toString()));
        try {
            Path output = Files.createTempFile("helm-", ".log");
            Process process = builder(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            int code = process.waitFor();
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            return new Run(code, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        if (this == EMBEDDED) {
            List<String> options =
                    List.of("--enable-native-access=ALL-UNNAMED", "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true");
            return ChildJvm.builder(HelmChild.class, options, Map.of(), arguments.toArray(String[]::new));
        }
        List<String> command = new ArrayList<>(List.of(binary().orElseThrow()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
