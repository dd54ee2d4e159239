package dev.chartwright.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The registry of Debian's package docker-registry, on a free port of this machine. */
public final class DockerRegistry implements AutoCloseable {
    /** How it asks who is there. */
    public enum Mode {
        /** Not at all, over plain http. */
        OPEN,
        /** Basic, over plain http. */
        HTPASSWD,
        /** Basic, over TLS with a certificate of an authority that nobody knows. */
        HTPASSWD_TLS,
        /** Bearer, with a token service inside the test. */
        BEARER
    }

    public static final String USER = "pusher";
    /** Holds what breaks careless parsers. */
    public static final String PASSWORD = "pass:word & more";

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final Pattern REQUEST = Pattern.compile("\"([A-Z]+ \\S+) HTTP/[0-9.]+\" ([0-9]{3}) ");

    private final Mode mode;
    private final Path folder;
    private final TestKeys keys;
    private final TokenService tokens;
    private Optional<Process> process = Optional.empty();
    private int port;

    private DockerRegistry(Mode mode, Path folder, TestKeys keys, TokenService tokens) {
        this.mode = mode;
        this.folder = folder;
        this.keys = keys;
        this.tokens = tokens;
    }

    /**
     * Starts it; where it is not installed, the test is skipped.
     *
     * @param folder for its storage, keys and log
     */
    public static DockerRegistry start(Mode mode, Path folder) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no docker-registry");
        try {
            TestKeys keys = TestKeys.in(Files.createDirectories(folder));
            DockerRegistry registry = new DockerRegistry(mode, folder, keys, TokenService.start(keys));
            Runtime.getRuntime().addShutdownHook(new Thread(registry::close));
            registry.start();
            return registry;
        } catch (GeneralSecurityException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Host and port, as references name them. */
    public String host() {
        return "localhost:" + port;
    }

    /** The authority of its certificate, where it has one. */
    public Optional<Path> authority() {
        return mode == Mode.HTPASSWD_TLS ? Optional.of(folder.resolve("authority.crt")) : Optional.empty();
    }

    /** The login, where it asks for one. */
    public Optional<Credential> login() {
        return mode == Mode.OPEN ? Optional.empty() : Optional.of(Credential.password(USER, PASSWORD, "a test"));
    }

    public Credentials credentials() {
        return registry -> registry.equals(host()) ? login() : Optional.empty();
    }

    public Mode mode() {
        return mode;
    }

    /** How many tokens were given. */
    public int tokens() {
        return tokens.given();
    }

    /** Every request so far: method, path, status. */
    public List<String> requests() throws IOException {
        return Files.readString(log()).lines().flatMap(DockerRegistry::request).toList();
    }

    /** Requests that write something. */
    public List<String> uploads() throws IOException {
        return requests().stream()
                .filter(request -> !request.startsWith("GET ") && !request.startsWith("HEAD "))
                .toList();
    }

    @Override
    public void close() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
        tokens.close();
    }

    private static Stream<String> request(String line) {
        Matcher request = REQUEST.matcher(line);
        return request.find() ? Stream.of(request.group(1) + " " + request.group(2)) : Stream.empty();
    }

    private Path log() {
        return folder.resolve("registry.log");
    }

    /** It cannot choose a free port by itself, and ours may be taken before it starts. */
    private void start() throws IOException, InterruptedException, GeneralSecurityException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            port = freePort();
            Process running = new ProcessBuilder(
                            PROGRAM.toString(), "serve", configuration().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            process = Optional.of(running);
            if (isReady(running)) {
                return;
            }
            running.destroyForcibly().waitFor();
        }
        throw new IllegalStateException("docker-registry does not start: " + Files.readString(log()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady(Process running) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (running.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected() && !running.waitFor(100, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    private Path configuration() throws IOException, GeneralSecurityException {
        String text = """
                version: 0.1
                log: { level: warn, accesslog: { disabled: false } }
                storage: { filesystem: { rootdirectory: "%s" }, delete: { enabled: true } }
                http: { addr: "127.0.0.1:%d", secret: of-a-test%s }
                %s
                """.formatted(folder.resolve("storage"), port, tls(), auth());
        return Files.writeString(folder.resolve("config.yml"), text);
    }

    private String tls() throws IOException, GeneralSecurityException {
        if (mode != Mode.HTPASSWD_TLS) {
            return "";
        }
        keys.authority();
        return ", tls: { certificate: \"" + keys.serverCertificate() + "\", key: \"" + keys.serverKey() + "\" }";
    }

    private String auth() throws IOException, GeneralSecurityException {
        return switch (mode) {
            case OPEN -> "";
            case HTPASSWD, HTPASSWD_TLS -> "auth: { htpasswd: { realm: test, path: \"" + passwords() + "\" } }";
            case BEARER ->
                "auth: { token: { realm: \"" + tokens.realm() + "\", service: \"" + TokenService.SERVICE
                        + "\", issuer: \"" + TokenService.ISSUER + "\", rootcertbundle: \"" + keys.tokenCertificate()
                        + "\" } }";
        };
    }

    private Path passwords() throws IOException {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        String hash = OpenBSDBCrypt.generate("2y", PASSWORD.getBytes(StandardCharsets.UTF_8), salt, 4);
        return Files.writeString(folder.resolve("htpasswd"), USER + ":" + hash + "\n");
    }
}
