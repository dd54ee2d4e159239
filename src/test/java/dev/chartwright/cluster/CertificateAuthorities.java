package dev.chartwright.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Certificates and their keys by name, made by the JDK's keytool.
 *
 * @param file the key store
 */
record CertificateAuthorities(Path file) {
    private static final String PASSWORD = "of-a-test";

    boolean has(String name) throws IOException, GeneralSecurityException {
        return Files.exists(file) && read().containsAlias(name);
    }

    /**
     * Makes one.
     *
     * @param signer whose key signs; empty for its own
     * @return `tls.crt`, `tls.key` and `ca.crt` as PEM
     */
    Map<String, String> issue(String name, String signer, boolean authority, List<String> hosts)
            throws IOException, InterruptedException, GeneralSecurityException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "RSA",
                "-alias",
                name,
                "-dname",
                "CN=" + name.replace('/', '.')));
        if (!signer.isEmpty()) {
            command.addAll(List.of("-signer", signer));
        }
        if (authority) {
            command.addAll(List.of("-ext", "bc=ca:true", "-ext", "ku=keyCertSign"));
        }
        if (!hosts.isEmpty()) {
            command.addAll(List.of(
                    "-ext", "san=" + hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","))));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(text);
        }
        return pem(name);
    }

    private Map<String, String> pem(String name) throws IOException, GeneralSecurityException {
        KeyStore store = read();
        Certificate[] chain = store.getCertificateChain(name);
        Map<String, String> data = new TreeMap<>();
        data.put("tls.crt", pem(chain[0]));
        data.put("ca.crt", pem(chain[chain.length - 1]));
        data.put("tls.key", PrivateKeyPem.write((PrivateKey) store.getKey(name, PASSWORD.toCharArray())));
        return data;
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }
}
