package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a user has set up for Helm, Kubernetes and Java, broken, and of no matter to a check. */
class ForeignSetupIT {
    @TempDir
    private Path folder;

    @Test
    void isNotSeen() throws Exception {
        Path home = folder.resolve("home");
        broken(home, ".config/helm/registry/config.json");
        broken(home, ".config/helm/repositories.yaml");
        broken(home, ".kube/config");
        broken(home, ".local/share/helm/plugins/bad/plugin.yaml");
        assertThat(check(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve(".config") + "")))
                .isEmpty();
    }

    @Test
    void isNotReadFromVariables() throws Exception {
        String file = broken(folder, "broken.json").toString();
        Map<String, String> variables = new HashMap<>(Map.of(
                "HELM_DRIVER",
                "garbage",
                "HELM_KUBECONTEXT",
                "nope",
                "HELM_NAMESPACE",
                "Not A Name",
                "HELM_REGISTRY_CONFIG",
                file,
                "HELM_REPOSITORY_CONFIG",
                file,
                "HELM_PLUGINS",
                folder.toString(),
                "HELM_CONFIG_HOME",
                folder.toString(),
                "HELM_MAX_HISTORY",
                "many",
                "KUBECONFIG",
                file));
        variables.putAll(Map.of("HELM_DEBUG", "yes", "HELM_QPS", "none", "HELM_BURST_LIMIT", "none"));
        assertThat(check(variables)).isEmpty();
    }

    private Path broken(Path below, String name) throws IOException {
        Path file = below.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{{ no: [");
    }

    /** What is said, and the code where that is not 0. */
    private String check(Map<String, String> variables) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder = ChildJvm.builder(
                Main.class,
                List.of("--enable-native-access=ALL-UNNAMED"),
                Map.of(),
                "check",
                "live",
                "-q",
                "--values",
                BuiltPlatform.BOOKSHOP.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("HELM_"));
        builder.environment().putAll(variables);
        int code = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return Files.readString(said, StandardCharsets.UTF_8) + (code == 0 ? "" : "ended with " + code);
    }
}
