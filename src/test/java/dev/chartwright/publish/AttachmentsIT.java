package dev.chartwright.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.RegistryRelay;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Bills of materials that hang on charts. */
class AttachmentsIT {
    private static final String BILL = "{\"bomFormat\":\"CycloneDX\"}";

    @TempDir
    private static Path folder;

    private static DockerRegistry registry;
    private static Registry client;

    @BeforeAll
    static void start() throws IOException {
        registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder);
        client = Pushes.client(registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static SmallRelease release() {
        return SmallRelease.of("1.0.0", "text").with(SmallRelease.BILL, BILL);
    }

    private static PackedChart push(SmallRelease release, String name) {
        return Pushes.push(client, release.charts("oci://" + registry.host() + "/" + name))
                .get(0)
                .chart();
    }

    @Test
    void areFoundFromTheChartsDigest() {
        PackedChart chart = push(release(), "found");
        List<JsonNode> listed = listed(chart);

        assertThat(listed).hasSize(1);
        JsonNode manifest = manifest(chart.reference().withDigest(new Digest(text(listed.get(0), "digest"))));
        assertThat(text(listed.get(0), "artifactType")).isEqualTo("application/vnd.cyclonedx+json");
        assertThat(text(manifest, "artifactType")).isEqualTo("application/vnd.cyclonedx+json");
        assertThat(text(manifest.path("config"), "mediaType")).isEqualTo("application/vnd.oci.empty.v1+json");
        assertThat(text(manifest.path("subject"), "digest"))
                .isEqualTo(chart.digest().value());
        JsonNode layer = manifest.path("layers").path(0);
        Descriptor document = new Descriptor(
                text(layer, "mediaType"),
                new Digest(text(layer, "digest")),
                layer.path("size").asLong());
        assertThat(client.blob(chart.reference(), document))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BILL);
    }

    @Test
    void joinWhatOthersAttached() {
        PackedChart chart = push(SmallRelease.of("1.0.0", "text"), "joined");
        Attachment others = Attachment.of(chart, OutputFile.of("others.json", "{\"by\":\"others\"}"));
        new Attachments(client).attach(chart, OutputFile.of("others.json", "{\"by\":\"others\"}"));
        push(release(), "joined");

        assertThat(listed(chart)).hasSize(2);
        assertThat(listed(chart).get(0)).hasToString(others.entry().toString());
    }

    @Test
    void comeLaterWhereAnEarlierPushWasCutShort() throws IOException {
        PackedChart chart = push(SmallRelease.of("1.0.0", "text"), "later");
        assertThat(client.fetch(list(chart))).isEmpty();
        push(release(), "later");
        assertThat(listed(chart)).hasSize(1);
        List<String> uploads = registry.uploads();
        push(release(), "later");

        assertThat(registry.uploads()).isEqualTo(uploads);
    }

    @Test
    void needNoTagWhereTheRegistryKeepsTheList() throws IOException {
        SmallRelease release = release();
        try (RegistryRelay relay = RegistryRelay.before(registry, new ListKeeper(release))) {
            String path = "oci://" + relay.host() + "/kept";
            Registry through = Pushes.client();
            PackedChart chart =
                    Pushes.push(through, release.charts(path)).get(0).chart();
            List<String> uploads = registry.uploads();
            Pushes.push(through, release.charts(path));

            assertThat(through.head(chart.reference())).isPresent();
            assertThat(through.fetch(list(chart))).isEmpty();
            assertThat(registry.uploads()).isEqualTo(uploads);
        }
    }

    /** Says that it takes subjects, and gives the list of them. */
    private record ListKeeper(SmallRelease release) implements RegistryRelay.Gate {
        @Override
        public Map<String, List<String>> headers(String request) {
            return request.startsWith("PUT ") && request.contains("/manifests/sha256:")
                    ? Map.of("OCI-Subject", List.of("sha256:" + "0".repeat(64)))
                    : Map.of();
        }

        @Override
        public Optional<RegistryRelay.Reply> instead(String request) {
            if (!request.contains("/referrers/sha256:")) {
                return Optional.empty();
            }
            PackedChart chart = release.umbrella("oci://localhost/any");
            String entry =
                    Attachment.of(chart, chart.documents().get(0)).entry().toString();
            return Optional.of(RegistryRelay.Reply.of("{\"schemaVersion\":2,\"manifests\":[" + entry + "]}"));
        }
    }

    @Test
    void giveUpWhereTheListNeverHoldsThem() throws IOException {
        RegistryRelay.Gate forgetful = new RegistryRelay.Gate() {
            @Override
            public Optional<RegistryRelay.Reply> instead(String request) {
                return request.matches("GET .*/manifests/sha256-.*")
                        ? Optional.of(RegistryRelay.Reply.of("{\"schemaVersion\":2,\"manifests\":[]}"))
                        : Optional.empty();
            }
        };
        try (RegistryRelay relay = RegistryRelay.before(registry, forgetful)) {
            List<PackedChart> charts = release().charts("oci://" + relay.host() + "/forgotten");

            assertThatThrownBy(() -> Pushes.push(Pushes.client(), charts))
                    .isInstanceOf(OutsideException.class)
                    .hasMessage("the list of what is attached to "
                            + charts.get(0).reference() + " lost its new line 5 times");
            assertThat(Pushes.client().head(charts.get(0).reference())).isEmpty();
        }
    }

    @Test
    void neverReplaceWhatIsNoList() {
        PackedChart chart = push(SmallRelease.of("1.0.0", "text"), "no-list");
        client.put(list(chart), OciJson.MANIFEST, chart.artifact().manifest().bytes());

        assertThatThrownBy(() -> push(release(), "no-list"))
                .isInstanceOfSatisfying(
                        OutsideException.class,
                        failed -> assertThat(failed.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo("no-index");
                            assertThat(problem.what())
                                    .isEqualTo("the tag holds `application/vnd.oci.image.manifest.v1+json`, and no list"
                                            + " of what is attached");
                        }));
        assertThat(client.head(list(chart)).map(Descriptor::digest)).contains(chart.digest());
    }

    private static List<JsonNode> listed(PackedChart chart) {
        return StreamSupport.stream(manifest(list(chart)).path("manifests").spliterator(), false)
                .toList();
    }

    private static JsonNode manifest(Reference reference) {
        return OciJson.read(client.fetch(reference).orElseThrow().content()).orElseThrow();
    }

    private static Reference list(PackedChart chart) {
        return chart.reference().withTag("sha256-" + chart.digest().hex());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
