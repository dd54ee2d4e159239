package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.chartwright.KeyFile;

/**
 * Certificates and their keys by name.
 *
 * @param keys where they are kept
 */
record CertificateAuthorities(KeyFile keys) {
    static CertificateAuthorities in(Path file) {
        return new CertificateAuthorities(new KeyFile(file));
    }

    boolean has(String name) throws IOException, GeneralSecurityException {
        return Files.exists(keys.file()) && keys.read().containsAlias(name);
    }

    /**
     * Makes one.
     *
     * @param signer whose key signs; empty for its own
     * @return `tls.crt`, `tls.key` and `ca.crt` as PEM
     */
    Map<String, String> issue(String name, String signer, boolean authority, List<String> hosts)
            throws IOException, InterruptedException, GeneralSecurityException {
        List<String> options = new ArrayList<>(List.of("-keyalg", "RSA"));
        if (!signer.isEmpty()) {
            options.addAll(List.of("-signer", signer));
        }
        if (authority) {
            options.addAll(List.of("-ext", "bc=ca:true", "-ext", "ku=keyCertSign"));
        }
        if (!hosts.isEmpty()) {
            options.addAll(List.of(
                    "-ext", "san=" + hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","))));
        }
        keys.generate(name, name.replace('/', '.'), options);
        return pem(name);
    }

    private Map<String, String> pem(String name) throws IOException, GeneralSecurityException {
        KeyStore store = keys.read();
        Certificate[] chain = store.getCertificateChain(name);
        Map<String, String> data = new TreeMap<>();
        data.put("tls.crt", KeyFile.pem("CERTIFICATE", chain[0].getEncoded()));
        data.put("ca.crt", KeyFile.pem("CERTIFICATE", chain[chain.length - 1].getEncoded()));
        data.put("tls.key", PrivateKeyPem.write((PrivateKey) store.getKey(name, keys.password())));
        return data;
    }
}
