package dev.chartwright.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of its own, a server's certificate of it, and a key that signs tokens; made anew by the JDK's keytool. */
public final class TestKeys {
    private static final String PASSWORD = "of-a-test";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String TOKENS = "tokens";

    private final Path folder;
    private final KeyStore store;

    private TestKeys(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** Makes all three in a folder. */
    public static TestKeys in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        generate(file, AUTHORITY, "-ext", "bc=ca:true", "-ext", "ku=keyCertSign");
        generate(file, SERVER, "-signer", AUTHORITY, "-ext", "san=dns:localhost,dns:registry.test,ip:127.0.0.1");
        generate(file, TOKENS);
        return new TestKeys(folder, read(file));
    }

    /**
     * Another server's certificate of the authority, with its key and nothing else.
     *
     * @param name of the server
     * @param more options of keytool
     */
    KeyStore server(String name, String... more) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        List<String> options = new ArrayList<>(List.of("-signer", AUTHORITY));
        options.addAll(List.of(more));
        generate(file, name, options.toArray(String[]::new));
        KeyStore all = read(file);
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(name, all.getKey(name, password()), password(), all.getCertificateChain(name));
        return one;
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    /** The authority's certificate, as a PEM file. */
    public Path authority() throws IOException, GeneralSecurityException {
        return certificate(AUTHORITY);
    }

    Path serverCertificate() throws IOException, GeneralSecurityException {
        return certificate(SERVER);
    }

    Path serverKey() throws IOException, GeneralSecurityException {
        return write("server.key", pem("PRIVATE KEY", key(SERVER).getEncoded()));
    }

    Path tokenCertificate() throws IOException, GeneralSecurityException {
        return certificate(TOKENS);
    }

    PrivateKey tokenKey() throws GeneralSecurityException {
        return key(TOKENS);
    }

    /** The keys themselves, for a server in this process. */
    KeyStore store() {
        return store;
    }

    char[] password() {
        return PASSWORD.toCharArray();
    }

    Certificate tokenSigner() throws GeneralSecurityException {
        return store.getCertificate(TOKENS);
    }

    private Path certificate(String name) throws IOException, GeneralSecurityException {
        return write(
                name + ".crt", pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
    }

    private PrivateKey key(String name) throws GeneralSecurityException {
        return (PrivateKey) store.getKey(name, password());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static void generate(Path file, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }
}
