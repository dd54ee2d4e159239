package dev.chartwright.artifact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.IntStream;

import dev.chartwright.chart.Digest;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The bytes of config and manifest, letter by letter. */
class HelmArtifactTest {
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56.789Z");
    private static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);

    private static JsonNode yaml(String text) {
        return new YamlReader().read(text, "Chart.yaml").root();
    }

    private static HelmArtifact of(String chartYaml) {
        return HelmArtifact.of(yaml(chartYaml), ARCHIVE, TIME);
    }

    private static String text(HelmArtifact.Content content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesFieldsInTheOrderOfHelmsStructure() {
        HelmArtifact artifact = of("""
                annotations: {b: "2", a: "<1>"}
                apiVersion: v2
                appVersion: "1.10"
                dependencies:
                - {alias: other, condition: part.enabled, name: part, repository: "", tags: [t], version: 1.x}
                deprecated: false
                description: a & b
                home: https://example.com
                keywords: [k]
                kubeVersion: ">=1.33.0-0"
                maintainers: [{email: a@example.com, name: A}]
                name: shop
                sources: [https://example.com/s, https://example.com/t]
                type: application
                unknown: dropped
                version: 1.0.0+build.5
                """);

        assertThat(text(artifact.config()))
                .isEqualTo("{\"name\":\"shop\",\"home\":\"https://example.com\","
                        + "\"sources\":[\"https://example.com/s\",\"https://example.com/t\"],"
                        + "\"version\":\"1.0.0+build.5\",\"description\":\"a \\u0026 b\",\"keywords\":[\"k\"],"
                        + "\"maintainers\":[{\"name\":\"A\",\"email\":\"a@example.com\"}],\"apiVersion\":\"v2\","
                        + "\"appVersion\":\"1.10\",\"annotations\":{\"a\":\"\\u003c1\\u003e\",\"b\":\"2\"},"
                        + "\"kubeVersion\":\"\\u003e=1.33.0-0\",\"dependencies\":[{\"name\":\"part\","
                        + "\"version\":\"1.x\",\"repository\":\"\",\"condition\":\"part.enabled\",\"tags\":[\"t\"],"
                        + "\"alias\":\"other\"}],\"type\":\"application\"}");
        assertThat(artifact.tag()).isEqualTo("1.0.0_build.5");
    }

    @Test
    void writesTheManifestWithoutMediaTypeAndAnnotationsLast() {
        HelmArtifact artifact = of("""
                apiVersion: v2
                description: a shop
                maintainers: [{name: A}, {email: b@example.com, name: B}]
                name: shop
                version: 1.0.0
                """);

        assertThat(text(artifact.manifest()))
                .isEqualTo(
                        "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.cncf.helm.config.v1+json\","
                                + "\"digest\":\""
                                + Digest.of(artifact.config().bytes()).value() + "\",\"size\":"
                                + artifact.config().bytes().length + "},\"layers\":[{\"mediaType\":"
                                + "\"application/vnd.cncf.helm.chart.content.v1.tar+gzip\",\"digest\":"
                                + "\"sha256:0eb3e36bfb24dcd9bb1d1bece1531216b59539a8fde17ee80224af0653c92aa3\",\"size\":7}],"
                                + "\"annotations\":{\"org.opencontainers.image.authors\":\"A, B (b@example.com)\","
                                + "\"org.opencontainers.image.created\":\"2024-02-29T12:34:56Z\","
                                + "\"org.opencontainers.image.description\":\"a shop\","
                                + "\"org.opencontainers.image.title\":\"shop\","
                                + "\"org.opencontainers.image.version\":\"1.0.0\"}}");
    }

    @Test
    void aChartsOwnAnnotationsChangeAllButNameAndVersion() {
        HelmArtifact artifact = of("""
                annotations:
                  org.opencontainers.image.created: ""
                  org.opencontainers.image.title: other
                  org.opencontainers.image.version: "7"
                apiVersion: v2
                name: shop
                version: 1.0.0
                """);

        assertThat(text(artifact.manifest()))
                .endsWith(
                        "\"annotations\":{\"org.opencontainers.image.created\":\"\","
                                + "\"org.opencontainers.image.title\":\"shop\",\"org.opencontainers.image.version\":\"1.0.0\"}}");
    }

    @Test
    void mendsTextsAsHelmDoesWhenItReadsThem() {
        HelmArtifact artifact = of("""
                annotations: {note: "a\\nb"}
                apiVersion: v2
                description: "a\\nb\\u00a0c\\u2028d\\u0085e\\u200bf\\u0007g\\ufeffh\\ue000i"
                name: shop
                version: 1.0.0
                """);

        assertThat(text(artifact.config()))
                .isEqualTo("{\"name\":\"shop\",\"version\":\"1.0.0\",\"description\":\"a b c d efghi\","
                        + "\"apiVersion\":\"v2\",\"annotations\":{\"note\":\"a\\nb\"}}");
    }

    @Test
    void sortsLayersByDigest() {
        IntStream.range(0, 20).forEach(run -> {
            byte[] signature = ("signature " + run).getBytes(StandardCharsets.UTF_8);
            HelmArtifact artifact =
                    HelmArtifact.signed(yaml("apiVersion: v2\nname: shop\nversion: 1.0.0\n"), ARCHIVE, signature, TIME);
            assertThat(artifact.layers())
                    .hasSize(2)
                    .isSortedAccordingTo(Comparator.comparing(
                            layer -> layer.descriptor().digest().value()));
        });
    }
}
