package dev.chartwright.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The client against the registry of Debian, without login and TLS. */
class RegistryIT {
    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    @TempDir
    private static Path folder;

    private static Optional<Process> server = Optional.empty();
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "there is no docker-registry");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path configuration =
                Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                log: { level: error }
                storage: { filesystem: { rootdirectory: "%s" } }
                http: { addr: "127.0.0.1:%d" }
                """.formatted(folder.resolve("storage"), port));
        server = Optional.of(new ProcessBuilder(PROGRAM.toString(), "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
        awaitAnswer();
    }

    private static void awaitAnswer() throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                URI place = URI.create("http://127.0.0.1:" + port + "/v2/");
                ((HttpURLConnection) place.toURL().openConnection()).getResponseCode();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the registry did not start");
    }

    @AfterAll
    static void stop() {
        server.ifPresent(Process::destroyForcibly);
    }

    private final Registry registry = new Registry(
            new RegistrySettings(false, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());

    @Test
    void storesAndReadsWhatItStored() {
        Reference repository = Reference.parse("localhost:" + port + "/some/chart");
        byte[] blob = "{}".getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(blob);
        AtomicLong sent = new AtomicLong();

        assertThat(registry.has(repository, digest)).isFalse();
        assertThat(registry.head(repository.withTag("1.0.0"))).isEmpty();
        registry.upload(repository, blob, sent::addAndGet);
        assertThat(registry.has(repository, digest)).isTrue();
        assertThat(sent).hasValue(2);

        byte[] manifest = """
                {"schemaVersion":2,"config":{"mediaType":"application/vnd.cncf.helm.config.v1+json",\
                "digest":"%s","size":2},"layers":[]}""".formatted(digest.value()).getBytes(StandardCharsets.UTF_8);
        StoredManifest stored = registry.put(repository.withTag("1.0.0"), MANIFEST, manifest);
        assertThat(stored.digest()).isEqualTo(Digest.of(manifest));
        assertThat(stored.subjectTaken()).isFalse();
        assertThat(registry.head(repository.withTag("1.0.0")))
                .contains(new Descriptor(MANIFEST, Digest.of(manifest), manifest.length));
        FetchedManifest fetched =
                registry.fetch(repository.withDigest(stored.digest())).orElseThrow();
        assertThat(fetched.content()).isEqualTo(manifest);
        assertThat(registry.blob(repository, new Descriptor("", digest, 2))).isEqualTo(blob);
    }
}
