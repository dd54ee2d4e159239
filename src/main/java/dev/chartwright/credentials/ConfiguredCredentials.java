package dev.chartwright.credentials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;

/** Helm's registry configuration, then Docker's: what `helm registry login` and `docker login` left. */
public final class ConfiguredCredentials implements Credentials {
    private static final Duration HELPER = Duration.ofSeconds(20);
    private final Map<String, String> variables;
    private final Path home;
    private final Duration helperLimit;

    /**
     * Reads nothing yet.
     *
     * @param variables environment variables
     * @param home the user's home folder where HOME does not name it
     */
    public ConfiguredCredentials(Map<String, String> variables, Path home) {
        this(variables, home, HELPER);
    }

    ConfiguredCredentials(Map<String, String> variables, Path home, Duration helperLimit) {
        this.variables = Map.copyOf(variables);
        this.home = home;
        this.helperLimit = helperLimit;
    }

    @Override
    public Optional<Credential> find(String registry) {
        return files().stream()
                .map(file -> ConfigFile.read(file, new HelperFinder(variables, helperLimit)))
                .flatMap(Optional::stream)
                .flatMap(file -> file.find(registry).stream())
                .findFirst();
    }

    @Override
    public String places() {
        return files().stream()
                .map(file -> "`" + file + "`" + (Files.exists(file) ? "" : " (no such file)"))
                .collect(Collectors.joining(" and "));
    }

    private List<Path> files() {
        Path docker = variable("DOCKER_CONFIG").map(Path::of).orElseGet(() -> home().resolve(".docker"));
        return List.of(helm(), docker.resolve("config.json"));
    }

    /** As Helm finds it: its own variable, its folder, or where the system keeps configuration. */
    private Path helm() {
        return variable("HELM_REGISTRY_CONFIG")
                .map(Path::of)
                .orElseGet(() -> helmFolder().resolve("registry").resolve("config.json"));
    }

    private Path helmFolder() {
        return variable("HELM_CONFIG_HOME")
                .map(Path::of)
                .or(() -> variable("XDG_CONFIG_HOME").map(folder -> Path.of(folder, "helm")))
                .orElseGet(this::systemFolder);
    }

    private Path systemFolder() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            return variable("APPDATA").map(Path::of).orElseGet(this::home).resolve("helm");
        }
        return home().resolve(system.startsWith("Mac") ? "Library/Preferences/helm" : ".config/helm");
    }

    /** As Helm and Docker find it; Java asks the system instead, which in a container often knows another one. */
    private Path home() {
        return variable("HOME").map(Path::of).orElse(home);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
