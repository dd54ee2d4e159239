package dev.chartwright.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to reach an API server.
 *
 * @param file the file that Helm is given
 * @param server its address
 * @param token bearer token, where the file has one; else the certificate in {@code tls} says who we are
 * @param tls whom to trust, and our own certificate
 */
record KubeConfig(Path file, String server, Optional<String> token, SSLContext tls) {
    private static final char[] NO_PASSWORD = {};

    /** Reads the current context. Programs that fetch credentials are not run. */
    static KubeConfig read(Path file) throws IOException, GeneralSecurityException {
        JsonNode root = JsonMapper.shared().valueToTree(new Yaml().<Object>load(Files.readString(file)));
        String current = root.path("current-context").asString("");
        JsonNode context = named(root.path("contexts"), current).path("context");
        JsonNode cluster = named(root.path("clusters"), context.path("cluster").asString(""))
                .path("cluster");
        JsonNode user =
                named(root.path("users"), context.path("user").asString("")).path("user");
        Optional<String> token = Optional.of(user.path("token").asString("")).filter(text -> !text.isEmpty());
        return new KubeConfig(file, cluster.path("server").asString(""), token, tls(file, cluster, user));
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode element : list) {
            if (name.equals(element.path("name").asString(""))) {
                return element;
            }
        }
        throw new IllegalArgumentException("the kubeconfig has no `" + name + "`");
    }

    private static SSLContext tls(Path file, JsonNode cluster, JsonNode user)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = emptyStore();
        for (Certificate certificate : certificates(content(file, cluster, "certificate-authority"))) {
            trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(ownCertificate(file, user), NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore ownCertificate(Path file, JsonNode user) throws IOException, GeneralSecurityException {
        KeyStore own = emptyStore();
        if (user.has("client-certificate") || user.has("client-certificate-data")) {
            Certificate[] chain =
                    certificates(content(file, user, "client-certificate")).toArray(Certificate[]::new);
            String key = new String(content(file, user, "client-key"), StandardCharsets.US_ASCII);
            own.setKeyEntry("client", PrivateKeyPem.read(key), NO_PASSWORD, chain);
        }
        return own;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Collection<? extends Certificate> certificates(byte[] pem)
            throws IOException, GeneralSecurityException {
        try (InputStream bytes = new ByteArrayInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(bytes);
        }
    }

    /** What stands in the file itself, or in the file that it names. */
    private static byte[] content(Path file, JsonNode holder, String key) throws IOException {
        if (holder.has(key + "-data")) {
            return Base64.getDecoder().decode(holder.path(key + "-data").asString(""));
        }
        return Files.readAllBytes(file.resolveSibling(holder.path(key).asString("")));
    }
}
