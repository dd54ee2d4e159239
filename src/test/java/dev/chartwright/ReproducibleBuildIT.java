package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The runnable jar makes the same bytes in another checkout, folder, time zone, language, umask and Java. */
class ReproducibleBuildIT {
    private static final Path JAR = Path.of("target/chartwright.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void makesTheSameBytesFromAnotherCheckout() throws IOException, InterruptedException {
        Map<String, String> here = build("one", 1, "umask 022", Map.of("TZ", "UTC", "LANG", "C"));
        Map<String, String> there = build(
                "an other/check out",
                2,
                "umask 077",
                Map.of("TZ", "Asia/Seoul", "LANG", "tr_TR.UTF-8", "USER", "other"));

        assertThat(here).hasSizeGreaterThan(30).containsKey("stage/codedang-stage-1.0.0.tgz");
        assertThat(there).isEqualTo(here);
    }

    /** Copies the inputs in an order of the seed, builds there, and gives each output file's content. */
    private Map<String, String> build(String name, long seed, String umask, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path checkout = folder.resolve(name);
        for (Path file : shuffled(seed)) {
            Path copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", umask + " && exec \"$0\" -jar \"$1\" build -q", java(), JAR.toString());
        builder.environment().putAll(variables);
        Process process =
                builder.directory(checkout.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return contents(checkout.resolve("charts-out"));
    }

    private static List<Path> shuffled(long seed) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("values", "templates", "schema")) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                paths.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        Collections.sort(files);
        Collections.shuffle(files, new Random(seed));
        return files;
    }

    private static Map<String, String> contents(Path out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String path = out.relativize(file).toString().replace('\\', '/');
                contents.put(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
