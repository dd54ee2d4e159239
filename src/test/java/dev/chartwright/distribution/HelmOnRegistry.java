package dev.chartwright.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.ChildJvm;
import dev.chartwright.oci.Credential;

/** Real Helm, logged in to a registry, with folders of its own. */
public final class HelmOnRegistry {
    private static final List<String> OPTIONS = List.of("-Dcom.marcnuri.jkube-helm.skipRemoteJar=true", "-Xmx512m");
    private final DockerRegistry registry;
    private final Path home;
    private final List<String> commands = new ArrayList<>();

    /**
     * Helm for one registry.
     *
     * @param home a folder for what Helm keeps
     */
    public HelmOnRegistry(DockerRegistry registry, Path home) {
        this.registry = registry;
        this.home = home;
    }

    /** Pushes an archive below a path. */
    public HelmOnRegistry push(Path archive, String path) {
        return command("push " + archive + " " + path);
    }

    /** Renders a chart by its digest, or whatever it is called by. */
    public HelmOnRegistry template(String chart) {
        return command("template " + chart);
    }

    /** Renders a version of a chart. */
    public HelmOnRegistry template(String chart, String version) {
        return command("template " + chart + " " + version);
    }

    /** Fetches what a chart's folder depends on. */
    public HelmOnRegistry depend(Path folder) {
        return command("depend " + folder);
    }

    private HelmOnRegistry command(String text) {
        commands.add(text);
        return this;
    }

    /** Runs all that was asked for; one answer for each. */
    public List<String> run() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(commands);
        arguments.add(0, registry.authority().isPresent() ? "https" : "http");
        Process process = ChildJvm.start(HelmChild.class, OPTIONS, variables(), arguments.toArray(String[]::new));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Helm ended with " + process.exitValue() + ": " + said);
        }
        return Arrays.asList(said.split("\n" + HelmChild.END + "\n"));
    }

    /** What tells Helm, and a program that follows it, who is asking. */
    public Map<String, String> variables() throws IOException {
        Path config = Files.createDirectories(home.resolve("config/registry")).resolve("config.json");
        Files.writeString(config, registry.login().map(this::auths).orElse("{}"));
        Map<String, String> variables = new HashMap<>(Map.of(
                "HELM_CONFIG_HOME", home.resolve("config").toString(),
                "HELM_CACHE_HOME", home.resolve("cache").toString(),
                "HELM_DATA_HOME", home.resolve("data").toString(),
                "HELM_REGISTRY_CONFIG", config.toString(),
                "DOCKER_CONFIG", home.resolve("docker").toString(),
                "TZ", "UTC"));
        registry.authority().ifPresent(file -> variables.put("SSL_CERT_FILE", file.toString()));
        return variables;
    }

    private String auths(Credential login) {
        String both = login.username() + ":" + login.secret();
        return "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\""
                + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)) + "\"}}}";
    }
}
