package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.images.ImageHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Tags of a small platform, from its registry to the packed chart. */
class ImagesLockTest {
    private static final List<String> IMAGES = List.of(
            "busybox:1.37.0",
            "cluster-operator:1.0.0",
            "kubectl:v1.33.4",
            "rabbitmq:4.0.0",
            "shop/web:1.0.0",
            "topology-operator:1.0.0");
    private static final String OWN = "sha256:" + "f".repeat(64);

    private final ImageHost host = new ImageHost();

    @TempDir
    private Path folder;

    @BeforeEach
    void makePlatform() throws IOException {
        String base = Files.readString(Path.of("src/test/golden/problems/base.yaml"))
                .replace("registry.example", host.name())
                .replace("repository: busybox", "repository: \"" + host.name() + "/busybox\"")
                .replace("repository: kubectl", "repository: \"" + host.name() + "/kubectl\"");
        Files.createDirectory(folder.resolve("values"));
        write("base.yaml", base);
        write("stage.yaml", "");
        IMAGES.forEach(image -> index(image, "first"));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void locksTheIndexOrTheOnlyManifest() throws IOException {
        String manifest = host.manifest("rabbitmq", "4.0.0", "one platform");
        CommandRun run = lock();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(locked())
                .hasSize(6)
                .contains("\"" + host.name() + "/rabbitmq:4.0.0\": " + manifest)
                .contains("\"" + host.name() + "/shop/web:1.0.0\": " + index("shop/web:1.0.0", "first"))
                .isSorted();
        assertThat(run.out()).contains("/shop/web:1.0.0 is new: sha256:").endsWith("values/images.lock written\n");
        assertThat(host.most()).isLessThanOrEqualTo(4);
    }

    @Test
    void asksForEachTagOfAllEnvironmentsOnce() throws IOException {
        write("local.yaml", "applications: {web: {image: {tag: 1.1.0}}}\n");
        write("other.yaml", "applications: {web: {image: {tag: 2.0.0, digest: " + OWN + "}}}\n");
        index("shop/web:1.1.0", "next");

        assertThat(lock().code()).isEqualTo(ExitCode.DONE);
        assertThat(locked()).hasSize(7);
        assertThat(host.requests().stream().filter(request -> request.contains("/manifests/")))
                .doesNotHaveDuplicates()
                .noneMatch(request -> request.contains("2.0.0"));
    }

    @Test
    void saysWhatMovedAndWhatIsNoLongerUsed() throws IOException {
        lock();
        String before = index("shop/web:1.0.0", "first");
        String after = index("shop/web:1.0.0", "second");
        write("stage.yaml", "cluster: {tools: {test: {tag: 1.38.0}}}\n");
        index("busybox:1.38.0", "first");
        CommandRun run = lock();

        assertThat(run.out().lines().map(line -> line.replace(host.name(), "host")))
                .contains(
                        "host/busybox:1.37.0 is no longer used",
                        "host/busybox:1.38.0 is new: " + index("busybox:1.38.0", "first"),
                        "host/rabbitmq:4.0.0 is unchanged",
                        "host/shop/web:1.0.0 moved from " + before + " to " + after);
        assertThat(locked()).hasSize(6).noneMatch(line -> line.contains("1.37.0"));
        assertThat(lock().out()).doesNotContain("moved", "new", "used").endsWith("is the same as before\n");
    }

    @Test
    void tellsEveryImageThatIsMissingAndKeepsTheLock() throws IOException {
        lock();
        List<String> before = locked();
        write("stage.yaml", "applications: {web: {image: {tag: 9.0.0}}}\nrabbitmq: {cluster: {image: {tag: 9.1.0}}}\n");
        CommandRun run = lock();

        assertThat(run.code()).isEqualTo(ExitCode.OUTSIDE);
        assertThat(run.err().replace(host.name(), "host"))
                .contains("stage.yaml:2:35: error: the registry has no image `host/rabbitmq:9.1.0` [unknown-image]")
                .contains("stage.yaml:1:35: error: the registry has no image `host/shop/web:9.0.0` [unknown-image]")
                .endsWith("2 problems\n" + folder.resolve("values/images.lock") + " is as it was\n");
        assertThat(locked()).isEqualTo(before);
    }

    @Test
    void checksWithoutWriting() throws IOException {
        assertThat(lock("--check").code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(folder.resolve("values/images.lock")).doesNotExist();

        lock();
        assertThat(lock("--check").out()).endsWith("values/images.lock is up to date\n");

        index("shop/web:1.0.0", "second");
        CommandRun moved = lock("--check");
        assertThat(moved.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(moved.out()).contains("/shop/web:1.0.0 moved from ").endsWith("values/images.lock would change\n");
    }

    @Test
    void takesNoLoginForSeveralRegistries() {
        CommandRun run = lock("--username", "ada", "--password-stdin");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("a login cannot be given for several registries");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void asksNobodyWhenTheLockCannotBeRead() throws IOException {
        write("images.lock", "images: {busybox: 1}\n");
        CommandRun run = lock();

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains("values/images.lock:1:10: error: ");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void buildsChartsFromWhatIsLockedWhateverTheTagsBecome() throws IOException {
        lock();
        String digest = index("shop/web:1.0.0", "first");
        index("shop/web:1.0.0", "second");
        CommandRun run = command("build");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(folder.resolve("out/stage/images.txt")))
                .hasSize(6)
                .contains(host.name() + "/shop/web:1.0.0@" + digest)
                .allMatch(line -> line.matches(".+:[^@:]+@sha256:[0-9a-f]{64}"));
    }

    @Test
    void stopsABuildWithAnImageThatIsNotLocked() throws IOException {
        lock();
        write("stage.yaml", "applications: {web: {image: {tag: 1.1.0}}}\n");
        CommandRun run = command("check");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err())
                .contains("[unlocked-image]", "fix: run `java -jar target/chartwright.jar images lock`", "1 problem\n");
    }

    private String index(String image, String text) {
        String[] parts = image.split(":");
        return host.index(parts[0], parts[1], text);
    }

    private CommandRun lock(String... more) {
        String values = folder.resolve("values").toString();
        return CommandRun.of(
                Stream.concat(Stream.of("images", "lock", "--plain-http", "--values", values), Stream.of(more))
                        .toArray(String[]::new));
    }

    private CommandRun command(String name) {
        String values = folder.resolve("values").toString();
        return CommandRun.of(
                name, "--values", values, "--out", folder.resolve("out").toString());
    }

    /** Lines of images. */
    private List<String> locked() throws IOException {
        return Files.readAllLines(folder.resolve("values/images.lock")).stream()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve("values").resolve(file), text);
    }
}
