package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The CustomResourceDefinitions in templates/ against the API server's rules and against those of their projects. */
class CompactCrdTest {
    /** Read once: the full definitions are seven megabytes. */
    private static final Map<String, CrdFile> published = new TreeMap<>();

    /** A controller that misses one of the kinds it watches never becomes ready, so none may get lost. */
    @Test
    void coversEveryKindThatTheControllersWatch() {
        assertThat(CrdFile.compact())
                .extracting(file -> file.spec().path("group").asString(""))
                .containsOnly("minio.min.io", "sts.min.io", "rabbitmq.com", "redis.redis.opstreelabs.in", "traefik.io")
                .filteredOn("rabbitmq.com"::equals)
                .hasSize(14);
        assertThat(CrdFile.compact()).hasSize(30);
    }

    @ParameterizedTest
    @MethodSource("compact")
    void isNamedAfterItsFile(CrdFile file) {
        JsonNode names = file.spec().path("names");
        String plural = names.path("plural").asString("");
        assertThat(file.name())
                .isEqualTo(plural + "." + file.spec().path("group").asString(""));
        assertThat(file.path().getFileName()).hasToString(file.name() + ".yaml.mustache");
        assertThat(names.path("listKind").asString(""))
                .isEqualTo(names.path("kind").asString("") + "List");
    }

    @ParameterizedTest
    @MethodSource("compact")
    void hasStructuralSchemasAndOneStorageVersion(CrdFile file) {
        assertThat(file.versions())
                .filteredOn(version -> version.path("storage").asBoolean(false))
                .hasSize(1);
        assertThat(file.versions())
                .allSatisfy(version -> assertThat(StructuralSchema.faults(CrdFile.schema(version)))
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("compact")
    void agreesWithItsProject(CrdFile file) {
        String folder = System.getProperty("upstream.crds", "");
        assumeTrue(!folder.isEmpty(), "give the folder of the full definitions with -Dupstream.crds=FOLDER");
        published.putAll(published.isEmpty() ? CrdFile.published(Path.of(folder)) : Map.of());
        assertThat(published).containsKey(file.name());
        assertThat(UpstreamComparison.differences(file, published.get(file.name())))
                .isEmpty();
    }

    static List<CrdFile> compact() {
        return CrdFile.compact();
    }
}
