package dev.chartwright;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A key store in which the JDK's keytool makes keys with their certificates.
 *
 * @param file the key store, which comes with its first key
 */
public record KeyFile(Path file) {
    private static final String PASSWORD = "of-a-test";

    /** That of the store and of its keys. */
    public char[] password() {
        return PASSWORD.toCharArray();
    }

    /**
     * Makes a key and its certificate.
     *
     * @param subject common name of the certificate
     * @param more options of keytool
     */
    public void generate(String name, String subject, List<String> more) throws IOException, InterruptedException {
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
                "CN=" + subject));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool: " + said);
        }
    }

    /** All keys as they are now. */
    public KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, password());
        }
        return store;
    }

    /**
     * A certificate or key as text.
     *
     * @param kind such as {@code CERTIFICATE}
     */
    public static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
