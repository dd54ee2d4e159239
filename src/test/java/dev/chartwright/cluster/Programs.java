package dev.chartwright.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What stands for the images of containers: programs of the very versions, built into one folder, and for brokers and
 * caches those of this machine.
 *
 * @param folder holds a file `name-tag` for an image whose repository ends in that name
 */
record Programs(Path folder) {
    /**
     * Debian's broker is older than the image's, so it reads a copy of the operator's settings without those that it
     * does not know.
     */
    private static final String BROKER = """
            mkdir -p "$HOME/conf" "$HOME/log"
            for file in /etc/rabbitmq/conf.d/*.conf; do
              sed -E '/^cluster_formation\\.k8s\\.discovery|^deprecated_features/d' "$file" > "$HOME/conf/${file##*/}"
            done
            exec /usr/lib/rabbitmq/bin/rabbitmq-server
            """;

    private static final String CACHE = "exec redis-server --dir /data --requirepass \"$REDIS_PASSWORD\"";

    /** By the end of the repository. */
    private static final Map<String, Program> OF_THE_MACHINE = Map.of(
            "library/rabbitmq",
            script(
                    BROKER,
                    Map.of(
                            "PATH",
                            "/usr/lib/rabbitmq/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                            "HOME",
                            "/var/lib/rabbitmq",
                            "RABBITMQ_CONFIG_FILES",
                            "/var/lib/rabbitmq/conf",
                            "RABBITMQ_LOG_BASE",
                            "/var/lib/rabbitmq/log",
                            "RABBITMQ_LOGS",
                            "-")),
            "opstree/redis",
            script(CACHE, Map.of()));

    /**
     * A program that plays an image.
     *
     * @param file a binary that needs no other file; where there is none, the machine's own files are the image's
     * @param entrypoint what is run where the container has no command
     * @param environment what the image sets
     */
    record Program(Optional<Path> file, List<String> entrypoint, Map<String, String> environment) {}

    private static Program script(String text, Map<String, String> environment) {
        return new Program(Optional.empty(), List.of("/bin/sh", "-eu", "-c", text), environment);
    }

    /** Those of the environment; stops the test, with its reason, where there are none. */
    static Programs ofTheEnvironment() {
        String folder = Optional.ofNullable(System.getenv("OPERATOR_ASSETS")).orElse("");
        assumeTrue(!folder.isEmpty(), "OPERATOR_ASSETS names no folder of programs");
        return new Programs(Path.of(folder));
    }

    /** The client of Kubernetes. */
    Path kubectl() {
        return first("kubectl-").orElseThrow();
    }

    /**
     * The program for an image, where its very version is not here another of the same minor one; empty for an image
     * that is only played: its ports are open, and nothing else.
     *
     * @throws IllegalStateException where only another minor version of the program is here
     */
    Optional<Program> of(String image) {
        String named = image.replaceFirst("@.*", "");
        String repository = named.replaceFirst(":[^/]*$", "");
        for (Map.Entry<String, Program> program : OF_THE_MACHINE.entrySet()) {
            if (repository.endsWith(program.getKey())) {
                return Optional.of(program.getValue());
            }
        }
        String name = repository.substring(repository.lastIndexOf('/') + 1) + "-";
        String tag = named.substring(repository.length()).replace(":", "");
        Optional<Path> file = first(name + tag).or(() -> first(name + tag.replaceFirst("[^.]*$", "")));
        if (file.isEmpty() && first(name).isPresent()) {
            throw new IllegalStateException(folder + " has only another version of " + image);
        }
        return file.map(path -> new Program(Optional.of(path), List.of("/program"), Map.of()));
    }

    private Optional<Path> first(String start) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .findFirst();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
