package dev.chartwright.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** etcd and kube-apiserver on free ports of this machine, with nothing beside them: no controllers, no nodes. */
final class ApiServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOOPBACK = "127.0.0.1";

    /** No controller makes the account `default`, which every pod would have to find. */
    private static final List<String> ALONE =
            List.of("--service-cluster-ip-range=10.0.0.0/16", "--disable-admission-plugins=ServiceAccount");

    private final Path binaries;
    private final Path folder;
    private final String host;
    private final List<String> options;
    private final String token = UUID.randomUUID().toString();
    private final List<Process> processes = new ArrayList<>();

    private ApiServer(Path binaries, Path folder, String host, List<String> options) {
        this.binaries = binaries;
        this.folder = folder;
        this.host = host;
        this.options = options;
    }

    /**
     * Starts both and waits until the server is ready.
     *
     * @param binaries folder that holds etcd and kube-apiserver
     * @param folder a new folder for their data, certificates and logs
     */
    static ApiServer start(Path binaries, Path folder) throws IOException, InterruptedException {
        return start(binaries, folder, LOOPBACK, ALONE);
    }

    /**
     * The same at an address and with options, for a server that others than this JVM talk to.
     *
     * @param host the address, which the server also tells others
     * @param options of kube-apiserver
     */
    static ApiServer start(Path binaries, Path folder, String host, List<String> options)
            throws IOException, InterruptedException {
        ApiServer server = new ApiServer(binaries, Files.createDirectories(folder), host, options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            server.startBoth();
            return server;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** The file that its administrator uses. */
    Path kubeConfig() {
        return folder.resolve("kubeconfig");
    }

    /** What signs the tokens of ServiceAccounts. */
    Path accountKey() {
        return folder.resolve("service-accounts.key");
    }

    /** The certificate of the server, which is its own authority. */
    Path certificate() {
        return folder.resolve("apiserver.crt");
    }

    /** The key of that certificate. */
    Path key() {
        return folder.resolve("apiserver.key");
    }

    /** Ends both; their logs stay, the data, hundreds of megabytes, do not. */
    @Override
    public void close() {
        // The server first: without its store it would only complain.
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).destroyForcibly().onExit().join();
        }
        Path data = folder.resolve("etcd");
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private void startBoth() throws IOException, InterruptedException {
        String store = "http://" + LOOPBACK + ":" + freePort();
        run(
                "etcd",
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=" + store,
                "--advertise-client-urls=" + store,
                "--listen-peer-urls=http://" + LOOPBACK + ":" + freePort(),
                "--unsafe-no-fsync",
                "--log-level=error");
        Path key = accountKey();
        writePrivately(key, newKey());
        Path tokens = folder.resolve("tokens.csv");
        writePrivately(tokens, token + ",admin,admin,\"system:masters\"\n");
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "--etcd-servers=" + store,
                "--bind-address=" + host,
                "--secure-port=" + port,
                "--cert-dir=" + folder,
                "--token-auth-file=" + tokens,
                "--authorization-mode=RBAC",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + key,
                "--service-account-signing-key-file=" + key,
                "--allow-privileged=true"));
        arguments.addAll(options);
        run("kube-apiserver", arguments.toArray(String[]::new));
        waitUntilReady("https://" + host + ":" + port);
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(program).toFile())
                .start());
    }

    private Path log(String program) {
        return folder.resolve(program + ".log");
    }

    private void waitUntilReady(String address) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (Process process : processes) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("a server ended at once; its reason is in " + folder);
                }
            }
            if (Files.exists(certificate()) && isReady(address)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the API server is not ready after " + PATIENCE + "; see " + folder);
    }

    private boolean isReady(String address) throws InterruptedException {
        try {
            writePrivately(kubeConfig(), kubeConfig(address));
            return new KubeApi(KubeConfig.read(kubeConfig())).get("/readyz").code() == 200;
        } catch (IOException | UncheckedIOException | GeneralSecurityException notYet) {
            return false;
        }
    }

    private String kubeConfig(String address) throws IOException {
        String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(certificate()));
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: test, cluster: {server: "%s", certificate-authority-data: %s}}]
                users: [{name: admin, user: {token: %s}}]
                contexts: [{name: test, context: {cluster: test, user: admin}}]
                current-context: test
                """.formatted(address, authority, token);
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return PrivateKeyPem.write(generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    /** Helm warns of a kubeconfig that others can read. */
    private static void writePrivately(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
