package dev.chartwright.artifact;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.marcnuri.helm.Helm;
import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.Digest;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a Chart.yaml, our manifest is the one that Helm's own push makes. */
class HelmArtifactIT {
    private static final long SEED = 20_200_101;
    private static final Instant TIME = Instant.parse("2024-02-29T12:34:56Z");
    private static final int RUNS = 60;

    @TempDir
    private Path folder;

    @Test
    void hasTheDigestThatHelmGivesIt() throws Exception {
        Random random = new Random(SEED);
        try (DockerRegistry server = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder.resolve("registry"))) {
            Registry registry = new Registry(
                    new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()),
                    host -> Optional.empty());
            for (int run = 0; run < RUNS; run++) {
                String name = "chart-" + run;
                Map<String, Object> metadata = AnyMetadata.of(random, name);
                ChartArchive archive = archive(metadata);
                Path file = folder.resolve(archive.fileName());
                Files.write(file, archive.content());
                Files.setLastModifiedTime(file, FileTime.from(TIME));
                Helm.push()
                        .withChart(file)
                        .withRemote(URI.create("oci://" + server.host() + "/helm"))
                        .plainHttp()
                        .call();
                HelmArtifact ours = artifact(archive);
                Reference theirs =
                        Reference.parse(server.host() + "/helm/" + name).withTag(ours.tag());
                FetchedManifest manifest = registry.fetch(theirs).orElseThrow();
                assertThat(text(ours.config().bytes()))
                        .as("seed %d, run %d: %s", SEED, run, metadata)
                        .isEqualTo(text(registry.blob(theirs, config(manifest))));
                assertThat(text(ours.manifest().bytes()))
                        .as("seed %d, run %d: %s", SEED, run, metadata)
                        .isEqualTo(text(manifest.content()));
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Descriptor config(FetchedManifest manifest) {
        JsonNode config = JsonMapper.shared().readTree(manifest.content()).path("config");
        return new Descriptor(
                HelmArtifact.CONFIG,
                new Digest(config.path("digest").asString()),
                config.path("size").asLong());
    }

    private static ChartArchive archive(Map<String, Object> metadata) {
        String yaml = escaped(JsonMapper.shared().writeValueAsString(metadata));
        Chart chart = new Chart(
                String.valueOf(metadata.get("name")),
                String.valueOf(metadata.get("version")),
                List.of(new ChartFile("Chart.yaml", yaml), new ChartFile("values.yaml", "a: 1\n")),
                List.of());
        return new ChartArchiver(TIME).archive(chart);
    }

    /** Readers of YAML differ in what they take as line breaks; an escape is the same to all. */
    private static String escaped(String json) {
        StringBuilder yaml = new StringBuilder();
        json.codePoints().forEach(character -> {
            if (character > 0x7e && character < 0x10000 && !Character.isLetter(character)) {
                yaml.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                yaml.appendCodePoint(character);
            }
        });
        return yaml.toString();
    }

    private static HelmArtifact artifact(ChartArchive archive) {
        String yaml = ChartTarReader.read(archive.content(), "chart").stream()
                .filter(file -> file.path().equals("Chart.yaml"))
                .map(ChartFile::content)
                .findFirst()
                .orElseThrow();
        return HelmArtifact.of(
                new YamlReader().read(yaml, "Chart.yaml").root(),
                archive.content(),
                ArchiveTime.of(archive.content(), "chart"));
    }

    /** Chart.yaml files with everything that Helm takes. */
    private static final class AnyMetadata {
        private static final List<String> PIECES = List.of(
                "<b>&amp;</b>",
                "é",
                "😀",
                "\"",
                "\\",
                "'",
                "%s",
                "{{ x }}",
                "a",
                " ",
                "-",
                "#",
                "/",
                "한",
                "\n",
                "\t",
                "\u00a0",
                "\u2028",
                "\u3000",
                "\u200b",
                "\u0085",
                "\ufeff",
                "\ue000",
                "\ud83e\udee0",
                "e\u0301",
                "\u00ad");

        private final Random random;

        private AnyMetadata(Random random) {
            this.random = random;
        }

        static Map<String, Object> of(Random random, String name) {
            return new AnyMetadata(random).metadata(name);
        }

        private Map<String, Object> metadata(String name) {
            Map<String, Object> metadata = new TreeMap<>();
            metadata.put("apiVersion", "v2");
            metadata.put("name", name);
            metadata.put(
                    "version",
                    "1." + random.nextInt(9) + ".0" + (random.nextBoolean() ? "+build." + random.nextInt(9) : ""));
            maybe(metadata, "description", text());
            maybe(metadata, "home", "https://example.com/" + random.nextInt(9));
            maybe(metadata, "sources", List.of("https://example.com/source?a=1&b=2", text() + "x"));
            maybe(metadata, "keywords", List.of("a", "b<c", text() + "k"));
            maybe(metadata, "maintainers", maintainers());
            maybe(metadata, "icon", "https://example.com/icon.svg" + text());
            maybe(metadata, "appVersion", "v" + random.nextInt(9) + text());
            maybe(metadata, "deprecated", random.nextBoolean());
            maybe(metadata, "annotations", annotations());
            maybe(metadata, "kubeVersion", ">=1.33.0-0 <2.0.0-0");
            maybe(metadata, "type", "application");
            maybe(metadata, "condition", "a.b" + text());
            maybe(metadata, "tags", text());
            maybe(metadata, "dependencies", dependencies());
            return metadata;
        }

        private void maybe(Map<String, Object> metadata, String key, Object value) {
            if (random.nextInt(4) > 0) {
                metadata.put(key, value);
            }
        }

        private List<Map<String, String>> maintainers() {
            return random.ints(1 + random.nextInt(3), 0, 3)
                    .mapToObj(kind -> switch (kind) {
                        case 0 -> Map.of("name", text() + "n");
                        case 1 -> Map.of("name", text() + "n", "email", "a@example.com" + text());
                        default -> Map.of("name", "N <n>", "email", "b@example.com", "url", "https://example.com");
                    })
                    .toList();
        }

        private Map<String, String> annotations() {
            return Map.of(
                    "org.opencontainers.image.title", "not this",
                    "org.opencontainers.image.version", "7",
                    "org.opencontainers.image.created", random.nextBoolean() ? "" : "2001-01-01T00:00:00Z",
                    "\ud83d\ude00/order", "sorted by bytes",
                    "\uffe6/order", "\u0001 \b\f\u007f" + text(),
                    "org.opencontainers.image.description", "this one",
                    "example.com/note", text());
        }

        /** Helm refuses a chart that lacks one of its dependencies, but for disabled ones it reads no further. */
        private List<Map<String, Object>> dependencies() {
            Map<String, Object> whole = new TreeMap<>(Map.of("name", "part", "version", "1.x", "repository", ""));
            maybe(whole, "condition", "part.enabled,global." + text());
            maybe(whole, "tags", List.of("front", text() + "t"));
            maybe(whole, "enabled", random.nextBoolean());
            maybe(whole, "alias", "other-part");
            maybe(
                    whole,
                    "import-values",
                    List.of("data", Map.of("parent", "a" + text(), "child", "b", "\uffe6", 1, "\ud83d\ude00", true)));
            maybe(whole, "export-values", List.of("x"));
            return List.of(whole, Map.of("name", "plain", "version", "2.0.0", "repository", "file://" + text()));
        }

        private String text() {
            return random.ints(random.nextInt(6), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
        }
    }
}
