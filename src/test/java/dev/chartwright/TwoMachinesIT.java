package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.HelmOnRegistry;
import dev.chartwright.provenance.TestKey;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two machines build and push one commit: other users, time zones, languages and defaults, the same digests. */
class TwoMachinesIT {
    private static final List<String> HERE = List.of("-Duser.home=/home/one", "-Dfile.encoding=UTF-8");
    private static final List<String> THERE =
            List.of("-Duser.home=/home/other", "-Duser.language=tr", "-Dfile.encoding=US-ASCII");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void giveTheSameDigests(boolean signed) throws IOException, InterruptedException {
        Path key = TestKey.rsa("Release <release@example.org>", "open").secret(folder.resolve("keys.gpg"));
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "open\n");
        List<String> signing = List.of(
                "--sign", "--key", "Release", "--keyring", key.toString(), "--passphrase-file", passphrase.toString());
        try (DockerRegistry registry = DockerRegistry.start(DockerRegistry.Mode.HTPASSWD, folder.resolve("registry"))) {
            List<String> build = signed ? signing : List.of();
            Machine one = new Machine(registry, folder.resolve("one"), HERE, build);
            Machine other = new Machine(registry, folder.resolve("an other"), THERE, build);
            SortedSet<String> here = one.digests(Map.of("TZ", "UTC", "LANG", "C"), "one");
            SortedSet<String> there = other.digests(Map.of("TZ", "Asia/Seoul", "LANG", "tr_TR.UTF-8"), "other");

            assertThat(here).hasSizeGreaterThan(10).isEqualTo(there);
        }
    }

    private record Machine(DockerRegistry registry, Path home, List<String> options, List<String> signing) {
        /** Builds, pushes, and gives name and digest of each chart. */
        SortedSet<String> digests(Map<String, String> surroundings, String path)
                throws IOException, InterruptedException {
            Map<String, String> variables = new HashMap<>(new HelmOnRegistry(registry, home).variables());
            variables.putAll(surroundings);
            String out = home.resolve("charts-out").toString();
            List<String> build = new ArrayList<>(
                    List.of("build", "-q", "--values", "src/test/fixtures/bookshop/values", "--out", out));
            build.addAll(signing);
            run(variables, build.toArray(String[]::new));
            String target = "oci://" + registry.host() + "/" + path;
            String said = run(variables, "push", target, "--subcharts", "--out", out);
            SortedSet<String> digests = new TreeSet<>();
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
