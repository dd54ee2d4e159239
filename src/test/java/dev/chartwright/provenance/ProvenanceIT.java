package dev.chartwright.provenance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.marcnuri.helm.Helm;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.ChildJvm;
import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Helm's own verifier, and GnuPG, think of our signatures what we think of them. */
class ProvenanceIT {
    private static final String PASSPHRASE = "open sesame";
    private static final TestKey KEY = TestKey.rsa("Release Team <release@shop.test>", PASSPHRASE);
    private static final TestKey OTHER = TestKey.rsa("Somebody <else@shop.test>", PASSPHRASE);
    private static final Instant TIME = Instant.parse("2024-06-01T00:00:00Z");
    /** As Helm writes it itself, so that it signs these very bytes. */
    private static final String DESCRIPTION = """
            apiVersion: v2
            description: "- Grüße\\\\t<b>&amp;</b> 안녕 \\U0001F600 -----BEGIN PGP SIGNATURE-----"
            name: shop
            version: 1.0.0
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private ChartArchive archive;

    @BeforeEach
    void serve() throws IOException {
        Chart chart = new Chart(
                "shop",
                "1.0.0",
                List.of(new ChartFile("Chart.yaml", DESCRIPTION), new ChartFile("values.yaml", "a: 1\n")),
                List.of());
        archive = new ChartArchiver(TIME).archive(chart);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Files.createDirectories(folder.resolve("served"));
        server.createContext("/", exchange -> {
            Path file = folder.resolve("served" + exchange.getRequestURI().getPath());
            boolean there = Files.isRegularFile(file);
            byte[] content = there ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(there ? 200 : 404, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private byte[] signature(TestKey key, String user) throws IOException {
        Path secret = key.secret(folder.resolve("secret.gpg"));
        return SigningKey.open(secret, user, PASSPHRASE.toCharArray())
                .sign(new SignedText(DESCRIPTION, archive.fileName(), archive.digest()), TIME);
    }

    private byte[] signature() throws IOException {
        return signature(KEY, "release");
    }

    /** Lets real Helm fetch a package as a dependency and verify it. */
    private void helmVerifies(byte[] content, byte[] signature) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        publish("shop-1.0.0.tgz", content);
        if (signature.length > 0) {
            publish("shop-1.0.0.tgz.prov", signature);
        }
        publish("index.yaml", """
                apiVersion: v1
                entries:
                  shop:
                    - { apiVersion: v2, name: shop, version: 1.0.0, urls: ["%s/shop-1.0.0.tgz"] }
                """.formatted(url).getBytes(StandardCharsets.UTF_8));
        Path umbrella = Files.createTempDirectory(folder, "umbrella");
        Files.writeString(umbrella.resolve("Chart.yaml"), """
                apiVersion: v2
                name: umbrella
                version: 1.0.0
                dependencies: [{ name: shop, version: 1.0.0, repository: "%s" }]
                """.formatted(url));
        Process update = ChildJvm.builder(
                        VerifyingUpdate.class,
                        List.of("--enable-native-access=ALL-UNNAMED", "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true"),
                        Map.of(),
                        umbrella.toString(),
                        KEY.publicKey(folder.resolve("public.gpg")).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(update.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(update.waitFor()).as(said).isZero();
        assertThat(umbrella.resolve("charts/shop-1.0.0.tgz")).hasBinaryContent(content);
    }

    private void publish(String name, byte[] content) throws IOException {
        Files.write(folder.resolve("served").resolve(name), content);
    }

    @Test
    void helmTakesOurSignature() throws IOException {
        byte[] signature = signature();
        assertThatCode(() -> helmVerifies(archive.content(), signature)).doesNotThrowAnyException();
    }

    @Test
    void helmRefusesWhatWeRefuse() throws IOException {
        byte[] changed = archive.content().clone();
        changed[changed.length - 1]++;
        assertThatThrownBy(() -> helmVerifies(changed, signature())).hasMessageContaining("sha256 sum does not match");
        assertThatThrownBy(() -> helmVerifies(archive.content(), signature(OTHER, "else")))
                .hasMessageContaining("made by unknown entity");
        byte[] text = new String(signature(), StandardCharsets.UTF_8)
                .replace("안녕", "안영")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> helmVerifies(archive.content(), text)).hasMessageContaining("invalid signature");
    }

    @Test
    void helmRefusesAMissingSignature() {
        assertThatThrownBy(() -> helmVerifies(archive.content(), new byte[0]))
                .hasMessageContaining("failed to fetch provenance");
    }

    /** Helm signs the same text of the same package with the same key. */
    @Test
    void helmSignsTheSameText() throws IOException {
        Path chart = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(chart.resolve("Chart.yaml"), DESCRIPTION);
        Files.writeString(chart.resolve("values.yaml"), "a: 1\n");
        Path out = Files.createDirectories(folder.resolve("packed"));
        new Helm(chart)
                .packageIt()
                .sign()
                .withKey("release@shop.test")
                .withKeyring(KEY.secret(folder.resolve("secret.gpg")))
                .withPassphraseFile(Files.writeString(folder.resolve("passphrase"), PASSPHRASE))
                .withDestination(out)
                .call();
        String theirs = Files.readString(out.resolve("shop-1.0.0.tgz.prov"));
        String ours = new String(signature(), StandardCharsets.UTF_8);
        assertThat(described(ours)).isEqualTo(described(theirs));
    }

    private static String described(String signed) {
        return signed.substring(0, signed.indexOf("files:"));
    }

    @Test
    void gnupgThinksTheSame() throws Exception {
        gnupgHome();
        Path good = Files.write(folder.resolve("good.prov"), signature());
        assertThat(gpg("--verify", good.toString())).contains("Good signature from \"Release Team");
        Path changed = Files.writeString(
                folder.resolve("changed.prov"), Files.readString(good).replace("안녕", "안영"));
        assertThat(gpg("--verify", changed.toString())).contains("BAD signature");
        Path other = Files.write(folder.resolve("other.prov"), signature(OTHER, "else"));
        assertThat(gpg("--verify", other.toString())).contains("No public key");
    }

    /** A key that GnuPG made and exported signs, and what it signs is known. */
    @Test
    void takesTheKeysOfGnupg() throws Exception {
        gnupgHome();
        gpg(
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                PASSPHRASE,
                "--quick-generate-key",
                "Gnu <gnu@shop.test>",
                "rsa2048",
                "sign",
                "never");
        Path secret = folder.resolve("exported.gpg");
        gpg(
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                PASSPHRASE,
                "--output",
                secret.toString(),
                "--export-secret-keys",
                "gnu@shop.test");
        Path exported = folder.resolve("exported-public.gpg");
        gpg("--output", exported.toString(), "--armor", "--export", "gnu@shop.test");
        SignedText text = new SignedText(DESCRIPTION, archive.fileName(), archive.digest());
        byte[] signature = SigningKey.open(secret, "gnu@shop.test", PASSPHRASE.toCharArray())
                .sign(text, Instant.EPOCH);
        assertThat(Keyring.read(exported).verify(text, signature, "shop.prov")).contains("Gnu <gnu@shop.test>");
        Path file = Files.write(folder.resolve("gnu.prov"), signature);
        assertThat(gpg("--verify", file.toString())).contains("Good signature from \"Gnu");
    }

    private void gnupgHome() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gpg")), "there is no gpg");
        Files.createDirectories(folder.resolve("gnupg"));
        gpg("--import", KEY.publicKey(folder.resolve("public.gpg")).toString());
    }

    private String gpg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/gpg",
                "--batch",
                "--yes",
                "--homedir",
                folder.resolve("gnupg").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** Helm keeps what it downloads in the working folder, so it gets one of its own. */
    static final class VerifyingUpdate {
        private VerifyingUpdate() {}

        public static void main(String[] arguments) {
            new Helm(Path.of(arguments[0]))
                    .dependency()
                    .update()
                    .verify()
                    .withKeyring(Path.of(arguments[1]))
                    .call();
        }
    }
}
