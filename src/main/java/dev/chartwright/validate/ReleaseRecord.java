package dev.chartwright.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The release as Helm keeps it in a Secret: JSON, gzip, base64.
 *
 * <p>It holds the umbrella's own files, the values and everything rendered, but no file of a subchart.
 */
final class ReleaseRecord {
    private static final int MOST_PERCENT = 90;
    private static final int PERCENT = 100;
    private static final String TEMPLATES = "templates/";
    private static final List<String> PARSED = List.of("Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json");

    /** Real secrets do not compress as samples do: characters of one, and how often a release holds each. */
    private static final int SUPPLIED = 32;

    private static final int SEALED = 800;
    private static final int COPIES = 3;

    private final YamlReader reader = new YamlReader();
    private final Platform platform;
    private final Chart chart;

    private ReleaseRecord(Platform platform, Chart chart) {
        this.platform = platform;
        this.chart = chart;
    }

    /**
     * Bytes of the Secret's data, estimated.
     *
     * @param manifest everything that was rendered, hooks included
     */
    static int size(Platform platform, Chart chart, String manifest) {
        String json = new ReleaseRecord(platform, chart).json(manifest).toString();
        return base64(gzip(json.getBytes(StandardCharsets.UTF_8))).length();
    }

    /** Helm would install such a chart once, or never, and say only that a Secret is too long. */
    static Optional<Problem> check(Chart chart, int size) {
        long percent = (long) size * PERCENT / Verdict.LARGEST_RELEASE;
        if (percent <= MOST_PERCENT) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                Location.ofFile(chart.name() + "/"),
                "release-size",
                "a release of `" + chart.name() + "` takes " + percent + " % of the Secret that Helm keeps it in",
                "a Secret holds at most " + Verdict.LARGEST_RELEASE + " bytes, and values given at install need room"
                        + " too, so " + MOST_PERCENT + " % is the most",
                "shorten what the chart renders, ConfigMaps above all, and the umbrella's own files; or make two"
                        + " platforms of it"));
    }

    private ObjectNode json(String manifest) {
        ObjectNode release = JsonNodeFactory.instance.objectNode();
        release.put("name", chart.name()).put("namespace", chart.name()).put("version", 1);
        release.putObject("info").put("status", "deployed").put("notes", text("templates/NOTES.txt"));
        ObjectNode stored = release.putObject("chart");
        stored.set("metadata", tree("Chart.yaml"));
        stored.set("lock", tree("Chart.lock"));
        stored.set("values", tree("values.yaml"));
        stored.put("schema", base64(text("values.schema.json").getBytes(StandardCharsets.UTF_8)));
        files(stored.putArray("templates"), true);
        files(stored.putArray("files"), false);
        release.set("config", reader.read(SampleSecrets.of(platform), "values").root());
        release.put("manifest", manifest);
        release.put("secrets", base64(noise()));
        return release;
    }

    /** What the secrets of an install add, the same at every build. */
    private byte[] noise() {
        int characters = platform.components().stream()
                .flatMap(component -> component.secretInputs().stream())
                .mapToInt(input -> COPIES * (input.sealed() ? SEALED : SUPPLIED))
                .sum();
        byte[] noise = new byte[characters / 4 * 3];
        new Random(0).nextBytes(noise);
        return noise;
    }

    private void files(ArrayNode list, boolean templates) {
        chart.files().stream()
                .filter(file -> !PARSED.contains(file.path()))
                .filter(file -> file.path().startsWith(TEMPLATES) == templates)
                .forEach(file -> list.addObject().put("name", file.path()).put("data", base64(file.bytes())));
    }

    private JsonNode tree(String path) {
        return reader.read(text(path), path).root();
    }

    private String text(String path) {
        return chart.file(path).map(ChartFile::content).orElse("");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new BestGzip(packed)) {
            stream.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return packed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
