package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.HelmOnRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two machines build and push one commit: other users, time zones, languages and defaults, the same digests. */
class TwoMachinesIT {
    @TempDir
    private Path folder;

    @Test
    void giveTheSameDigests() throws IOException, InterruptedException {
        try (DockerRegistry registry = DockerRegistry.start(DockerRegistry.Mode.HTPASSWD, folder.resolve("registry"))) {
            Machine one = new Machine(
                    registry, folder.resolve("one"), List.of("-Duser.home=/home/one", "-Dfile.encoding=UTF-8"));
            Machine other = new Machine(
                    registry,
                    folder.resolve("an other"),
                    List.of("-Duser.home=/home/other", "-Duser.language=tr", "-Dfile.encoding=US-ASCII"));
            TreeSet<String> here = one.digests(Map.of("TZ", "UTC", "LANG", "C"), "one");
            TreeSet<String> there = other.digests(Map.of("TZ", "Asia/Seoul", "LANG", "tr_TR.UTF-8"), "other");

            assertThat(here).hasSizeGreaterThan(10).isEqualTo(there);
        }
    }

    private record Machine(DockerRegistry registry, Path home, List<String> options) {
        /** Builds, pushes, and gives name and digest of each chart. */
        TreeSet<String> digests(Map<String, String> surroundings, String path)
                throws IOException, InterruptedException {
            Map<String, String> variables = new HashMap<>(new HelmOnRegistry(registry, home).variables());
            variables.putAll(surroundings);
            String out = home.resolve("charts-out").toString();
            run(variables, "build", "-q", "--values", "src/test/fixtures/bookshop/values", "--out", out);
            String target = "oci://" + registry.host() + "/" + path;
            String said = run(variables, "push", target, "--subcharts", "--out", out);
            TreeSet<String> digests = new TreeSet<>();
            said.lines()
                    .filter(line -> line.contains(" pushed, "))
                    .forEach(line -> digests.add(line.replace(target, "")));
            return digests;
        }

        private String run(Map<String, String> variables, String... words) throws IOException, InterruptedException {
            Path err = Files.createDirectories(home).resolve("err");
            ProcessBuilder builder = ChildJvm.builder(Main.class, options, variables, words);
            Process process = builder.redirectError(err.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isZero();
            return said;
        }
    }
}
