package dev.chartwright.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Helm keeps of a revision in the cluster.
 *
 * @param manifest the objects as text
 * @param hooks the hooks, each as text
 */
record StoredRelease(String manifest, List<String> hooks) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, StoredRelease> INSTALLED = new TreeMap<>();
    private static final Pattern DOCUMENT = Pattern.compile("^---.*$", Pattern.MULTILINE);

    /** A document as Helm sent it, and as a tree. */
    record Rendered(String yaml, JsonNode object) {
        static Rendered of(String yaml) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new Rendered(yaml, JSON.valueToTree(tree));
        }

        String kind() {
            return object.path("kind").asString("");
        }

        String namespace() {
            return object.at("/metadata/namespace").asString("");
        }

        String name() {
            return object.at("/metadata/name").asString("");
        }

        boolean isKept() {
            return "keep"
                    .equals(object.path("metadata")
                            .path("annotations")
                            .path("helm.sh/resource-policy")
                            .asString(""));
        }

        @Override
        public String toString() {
            return Inventory.text(kind(), namespace(), name());
        }
    }

    /** What the embedded Helm sends when it installs an environment: hooks too, which only the stored release tells of. */
    static StoredRelease of(String environment) throws IOException, InterruptedException, GeneralSecurityException {
        if (!INSTALLED.containsKey(environment)) {
            PackedEnvironment packed = PackedEnvironment.of(environment);
            TestCluster cluster = Surroundings.of(packed).cluster();
            HelmProgram.Run run = HelmProgram.EMBEDDED.install(cluster, packed.chart(), packed.secrets());
            assertThat(run.code()).as(run.text()).isZero();
            INSTALLED.put(environment, read(cluster.api(), 1));
        }
        return INSTALLED.get(environment);
    }

    static StoredRelease read(KubeApi api, int revision) {
        String path = "/api/v1/namespaces/" + HelmProgram.RELEASE + "/secrets/sh.helm.release.v1." + HelmProgram.RELEASE
                + ".v" + revision;
        Base64.Decoder base64 = Base64.getDecoder();
        // Once by Kubernetes, once by Helm.
        byte[] packed = base64.decode(
                base64.decode(api.get(path).body().at("/data/release").asString("")));
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            JsonNode release = JSON.readTree(text);
            List<String> hooks = new ArrayList<>();
            release.path("hooks")
                    .forEach(hook -> hooks.add(hook.path("manifest").asString("")));
            return new StoredRelease(release.path("manifest").asString(""), hooks);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Objects of the release, without hooks. */
    List<Rendered> objects() {
        return DOCUMENT.splitAsStream(manifest)
                .map(Rendered::of)
                .filter(rendered -> rendered.object().isObject())
                .toList();
    }

    /** Objects and hooks. */
    List<Rendered> everything() {
        List<Rendered> all = new ArrayList<>(objects());
        hooks.stream().map(Rendered::of).forEach(all::add);
        return all;
    }
}
