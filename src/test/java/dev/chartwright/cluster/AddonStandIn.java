package dev.chartwright.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What add-ons of a cluster would make: Secrets of SealedSecrets, with any text for each key, and those of Certificates,
 * signed by the CA that their issuer names.
 */
final class AddonStandIn implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEALED = "/apis/bitnami.com/v1alpha1/sealedsecrets";
    private static final String CERTIFICATES = "/apis/cert-manager.io/v1/certificates";
    private static final int PAUSE_MILLIS = 500;

    private final KubeApi api;
    private final CertificateAuthorities authorities;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    private AddonStandIn(KubeApi api, CertificateAuthorities authorities) {
        this.api = api;
        this.authorities = authorities;
    }

    /** Starts to look. */
    static AddonStandIn start(KubeApi api, Path folder) {
        AddonStandIn standIn = new AddonStandIn(api, CertificateAuthorities.in(folder.resolve("addons.p12")));
        Thread thread = new Thread(standIn::watch, "add-ons");
        thread.setDaemon(true);
        thread.start();
        return standIn;
    }

    /** What it could not do. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        stopped = true;
    }

    private void watch() {
        while (!stopped) {
            try {
                for (JsonNode sealed : items(SEALED)) {
                    unseal(sealed);
                }
                for (JsonNode certificate : items(CERTIFICATES)) {
                    issue(certificate);
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException over) {
                return;
            } catch (IOException | GeneralSecurityException | RuntimeException broken) {
                if (!stopped) {
                    failures.add(broken.toString());
                }
            }
        }
    }

    /** None, where the add-on's kinds are not there. */
    private JsonNode items(String path) {
        return api.get(path).body().path("items");
    }

    private void unseal(JsonNode sealed) {
        String namespace = sealed.at("/metadata/namespace").asString("");
        String name = sealed.at("/metadata/name").asString("");
        if (api.get(secret(namespace, name)).isDone()) {
            return;
        }
        Map<String, String> data = new TreeMap<>();
        sealed.at("/spec/encryptedData")
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getKey().toLowerCase(Locale.ROOT) + "-of-" + name));
        make(namespace, name, sealed.at("/spec/template/type").asString("Opaque"), data, sealed);
    }

    private void issue(JsonNode certificate) throws IOException, InterruptedException, GeneralSecurityException {
        String namespace = certificate.at("/metadata/namespace").asString("");
        String name = certificate.at("/spec/secretName").asString("");
        if (api.get(secret(namespace, name)).isDone()) {
            return;
        }
        String signer = signer(certificate);
        if (!signer.isEmpty() && !authorities.has(signer)) {
            return;
        }
        List<String> hosts = new ArrayList<>();
        certificate.at("/spec/dnsNames").forEach(host -> hosts.add(host.asString("")));
        Map<String, String> data = authorities.issue(
                namespace + "/" + name, signer, certificate.at("/spec/isCA").asBoolean(false), hosts);
        make(namespace, name, "kubernetes.io/tls", data, certificate);
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("status")
                .putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put(
                        "lastTransitionTime",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        String path = CERTIFICATES.replace("/certificates", "/namespaces/" + namespace + "/certificates/")
                + certificate.at("/metadata/name").asString("") + "/status";
        api.mergePatch(path, patch);
    }

    /** The Secret of the CA that signs; empty for a certificate that signs itself. */
    private String signer(JsonNode certificate) {
        JsonNode reference = certificate.at("/spec/issuerRef");
        String namespace = certificate.at("/metadata/namespace").asString("");
        String name = reference.path("name").asString("");
        boolean ofCluster = reference.path("kind").asString("Issuer").equals("ClusterIssuer");
        JsonNode issuer = api.get("/apis/cert-manager.io/v1/"
                        + (ofCluster ? "clusterissuers/" : "namespaces/" + namespace + "/issuers/") + name)
                .body();
        String secret = issuer.at("/spec/ca/secretName").asString("");
        return secret.isEmpty() ? "" : (ofCluster ? "cert-manager" : namespace) + "/" + secret;
    }

    private void make(String namespace, String name, String type, Map<String, String> data, JsonNode owner) {
        ObjectNode secret = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Secret");
        ObjectNode metadata = secret.putObject("metadata").put("name", name).put("namespace", namespace);
        metadata.set("labels", owner.at("/spec/template/metadata/labels").deepCopy());
        secret.put("type", type);
        ObjectNode encoded = secret.putObject("data");
        data.forEach((key, value) ->
                encoded.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        api.post("/api/v1/namespaces/" + namespace + "/secrets", secret).demandDone();
    }

    private static String secret(String namespace, String name) {
        return "/api/v1/namespaces/" + namespace + "/secrets/" + name;
    }
}
