package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What `helm lint`, `helm template` or `helm package` passes or trips over, written into our own input, is refused. */
class StricterThanHelmIT {
    private static final String CHART = """
            apiVersion: v2
            name: %s
            version: %s
            %s
            """;
    private static final String DESCRIBED = "  chart:\n    home: https://bookshop.example\n";
    private static final String VALUES = "values/base.yaml";
    private static final String TEMPLATE = "templates/applications/templates/row.yaml.mustache";
    private static final String LAUGHS = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
            f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
            g: [*f, *f, *f, *f, *f, *f, *f, *f, *f]
            """;
    private static final byte[] LATIN = {'a', ':', ' ', (byte) 0xE9, '\n'};

    @TempDir
    Path folder;

    /** Something done to a folder. */
    @FunctionalInterface
    private interface Deed {
        void to(Path folder) throws IOException;

        default Deed and(Deed next) {
            return folder -> {
                to(folder);
                next.to(folder);
            };
        }
    }

    /**
     * One row.
     *
     * @param name what is wrong
     * @param helm what Helm's lint, template and package say
     * @param chart what is done to Helm's chart
     * @param platform the same, done to our input
     * @param code what we say
     */
    private record Row(String name, String helm, Deed chart, Deed platform, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(texts(), descriptions(), files(), charts(), renders()).flatMap(rows -> rows);
    }

    private static Stream<Row> texts() {
        return Stream.of(
                new Row(
                        "a key twice in values",
                        "passes passes passes",
                        write("values.yaml", "a: 1\na: 2\n"),
                        replace("cluster:\n", "cluster:\n  domain: a.b\n  domain: a.c\n"),
                        "duplicate-key"),
                new Row(
                        "values that are not UTF-8",
                        "refuses refuses refuses",
                        write("values.yaml", LATIN),
                        write(VALUES, LATIN),
                        "not-utf8"),
                new Row(
                        "a template that is not UTF-8",
                        "refuses refuses passes",
                        write("templates/row.yaml", LATIN),
                        write(TEMPLATE, LATIN),
                        "template-encoding"),
                new Row(
                        "a byte order mark",
                        "passes passes passes",
                        write("templates/row.yaml", "\uFEFF# a\n"),
                        write(TEMPLATE, "\uFEFF# a\n"),
                        "template-encoding"),
                new Row(
                        "line ends of Windows",
                        "passes passes passes",
                        write("templates/row.yaml", "# a\r\n"),
                        write(TEMPLATE, "# a\r\n"),
                        "template-encoding"),
                new Row(
                        "aliases without end",
                        "refuses refuses refuses",
                        write("values.yaml", LAUGHS),
                        write("values/live.yaml", LAUGHS),
                        "yaml-alias"));
    }

    private static Stream<Row> descriptions() {
        return Stream.of(
                described("a name that leads out", "refuses refuses refuses", "name: ../evil", "text-pattern"),
                described("a name that is no DNS label", "passes passes passes", "name: Demo_X.y", "text-pattern"),
                described("a version that is a number", "refuses passes passes", "version: 1.2", "wrong-type"),
                described("a version of two parts", "passes passes passes", "version: \"1.2\"", "text-pattern"),
                described("a version with a v", "passes passes passes", "version: v1.2.3", "text-pattern"),
                described(
                        "a maintainer that is null",
                        "refuses refuses refuses",
                        "maintainers: [null]",
                        "maintainers: { a: }",
                        "nothing-to-remove"),
                described(
                        "a maintainer without a mail address",
                        "refuses passes passes",
                        "maintainers: [{name: a, email: b}]",
                        "maintainers: { a: { email: b } }",
                        "text-pattern"),
                described(
                        "a maintainer whose page is none",
                        "refuses passes passes",
                        "maintainers: [{name: a, url: b}]",
                        "maintainers: { a: { url: b } }",
                        "text-pattern"),
                described("a source that is no page", "refuses passes passes", "sources: [b]", "text-pattern"),
                described("a home that is no page", "passes passes passes", "home: b", "text-pattern"),
                described("a field that nothing reads", "passes passes passes", "zz: 1", "unknown-key"),
                new Row(
                        "a key twice in the description",
                        "passes passes passes",
                        write("Chart.yaml", CHART.formatted("demo", "1.0.0", "version: 1.0.1")),
                        replace("  chart:\n", "  chart:\n    version: 1.0.0\n"),
                        "duplicate-key"));
    }

    /** The same line in Chart.yaml, and in what we make Chart.yaml of. */
    private static Row described(String name, String helm, String line, String code) {
        return described(name, helm, line, line, code);
    }

    private static Row described(String name, String helm, String line, String ours, String code) {
        String chart = switch (line.substring(0, line.indexOf(':'))) {
            case "name" -> CHART.formatted(line.substring(6), "1.0.0", "");
            case "version" -> CHART.formatted("demo", line.substring(9), "");
            default -> CHART.formatted("demo", "1.0.0", line);
        };
        return new Row(name, helm, write("Chart.yaml", chart), describe(ours), code);
    }

    /** In place of what the environment says about its chart. */
    private static Deed describe(String line) {
        return platform -> {
            Path file = platform.resolve("values/live.yaml");
            String text = Files.readString(file);
            assertThat(text).contains(DESCRIBED);
            Files.writeString(file, text.replace(DESCRIBED, "  chart: { " + line + " }\n"));
        };
    }

    private static Stream<Row> files() {
        return Stream.of(
                new Row(
                        "a link to a file outside",
                        "passes passes passes",
                        link("files/row.txt", "/etc/hostname"),
                        link(TEMPLATE, "/etc/hostname"),
                        "template-link"),
                new Row(
                        "a link to itself",
                        "refuses refuses refuses",
                        link("templates/row", "row"),
                        link("templates/applications/row", "row"),
                        "template-link"),
                new Row(
                        "a pipe",
                        "refuses refuses refuses",
                        pipe("templates/row.yaml"),
                        pipe(TEMPLATE),
                        "template-link"),
                new Row(
                        "a file above 5 MiB",
                        "refuses refuses refuses",
                        write("files/row.txt", "x".repeat(5 * 1024 * 1024 + 1)),
                        write("templates/traefik/files/row.txt.mustache", "x".repeat(5 * 1024 * 1024)),
                        "chart-size"),
                new Row(
                        "two stars in .helmignore",
                        "refuses refuses refuses",
                        write(".helmignore", "a/**\n"),
                        write("templates/applications/.helmignore.mustache", "a/**\n"),
                        "dot-file"),
                new Row(
                        "JSON in templates/",
                        "refuses passes passes",
                        write("templates/row.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\"}"),
                        write("templates/traefik/templates/row.json.mustache", "{ \"apiVersion\": \"v1\" }"),
                        "manifest-ending"));
    }

    private static Stream<Row> charts() {
        return Stream.of(
                new Row(
                        "a chart in charts/ that nothing names",
                        "refuses passes passes",
                        write("charts/press/Chart.yaml", CHART.formatted("press", "1.0.0", "")),
                        write("templates/umbrella/charts/press/values.yaml.mustache", "# -- Pods.\nreplicas: 1\n"),
                        "stray-file"),
                new Row(
                        "two charts of one name",
                        "refuses refuses refuses",
                        write("charts/a/Chart.yaml", CHART.formatted("a", "1.0.0", ""))
                                .and(write(
                                        "Chart.yaml",
                                        CHART.formatted(
                                                "demo",
                                                "1.0.0",
                                                "dependencies: [{name: a, version: 1.0.0, repository: \"\"},"
                                                        + " {name: a, version: 1.0.0, repository: \"\"}]"))),
                        replace("  name: bus\n", "  name: orders\n"),
                        "duplicate-component"),
                new Row(
                        "a switch that is text",
                        "passes passes passes",
                        write("charts/a/Chart.yaml", CHART.formatted("a", "1.0.0", ""))
                                .and(write("values.yaml", "a: {enabled: \"false\"}\n"))
                                .and(write(
                                        "Chart.yaml",
                                        CHART.formatted(
                                                "demo",
                                                "1.0.0",
                                                "dependencies: [{name: a, version: 1.0.0, repository: \"\","
                                                        + " condition: a.enabled}]"))),
                        write(
                                "templates/traefik/values.yaml.mustache",
                                "# -- Whether it is installed.\nenabled: \"false\"\n"),
                        "wrong-type"),
                schema(
                        "a schema that reads another file",
                        "refuses refuses passes",
                        "{\"$ref\": \"file:///etc/passwd\"}"),
                schema("a schema that leads to itself", "refuses refuses passes", "{\"$ref\": \"#\"}"),
                schema("a schema that is no JSON", "refuses refuses refuses", "a: b"));
    }

    /** No template makes a schema: it follows from the knobs. */
    private static Row schema(String name, String helm, String schema) {
        return new Row(
                name,
                helm,
                write("values.schema.json", schema),
                write("templates/traefik/values.schema.json.mustache", schema),
                "generated-file");
    }

    private static Stream<Row> renders() {
        String endless = "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}\n";
        String object = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: row\n";
        return Stream.of(
                rendered("an include without end", "refuses refuses passes", endless, "helm-render"),
                rendered("a value of nothing", "refuses refuses passes", "a: {{ .Values.a.b.c }}\n", "unknown-value"),
                rendered(
                        "a key twice in an object",
                        "passes passes passes",
                        object + "data: {}\ndata: {}\n",
                        "duplicate-key"),
                rendered(
                        "two objects of one name",
                        "passes passes passes",
                        object + "---\n" + object,
                        "duplicate-object"));
    }

    private static Row rendered(String name, String helm, String template, String code) {
        return new Row(
                name,
                helm,
                write("templates/row.yaml", template),
                write("templates/traefik/templates/row.yaml.mustache", template),
                code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @Timeout(60)
    void isRefused(Row row) throws IOException {
        assertThat(HelmVerdict.of(chart(row.chart()))).as("Helm").hasToString(row.helm());

        assertThat(problems(row.platform()))
                .as("%s", row.name())
                .extracting(Problem::code)
                .contains(row.code());
    }

    @Test
    void withoutThemBothAreContent() throws IOException {
        assertThat(HelmVerdict.of(chart(nothing -> {}))).hasToString("passes passes passes");
        assertThat(problems(nothing -> {})).isEmpty();
    }

    /** They are read and gone: what is made of them is the same. */
    @Test
    void marksAndLineEndsOfValuesReachNoChart() throws IOException {
        Chart plain = build(nothing -> {});
        Chart marked = build(platform -> {
            Path file = platform.resolve(VALUES);
            Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
        });

        assertThat(marked).isEqualTo(plain);
    }

    private Path chart(Deed deed) throws IOException {
        Path chart = folder.resolve("demo");
        write("Chart.yaml", CHART.formatted("demo", "1.0.0", ""))
                .and(write("values.yaml", "b: 1\n"))
                .and(write("templates/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: map\n"))
                .and(deed)
                .to(chart);
        return chart;
    }

    private List<Problem> problems(Deed deed) throws IOException {
        try {
            build(deed);
            return List.of();
        } catch (ProblemsException found) {
            return found.problems();
        }
    }

    private Chart build(Deed deed) throws IOException {
        Path input = Files.createTempDirectory(folder, "platform");
        new PlatformEdits(input).lay("bookshop");
        deed.to(input);
        Folders folders = new Folders(
                input.resolve("values"),
                input.resolve("templates"),
                BuiltPlatform.SCHEMA,
                folder.resolve("charts-out"));
        return new Pipeline(folders, Instant.EPOCH)
                .run("live")
                .packed()
                .umbrella()
                .chart();
    }

    private static Deed write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Deed write(String path, byte[] bytes) {
        return folder -> Files.write(place(folder, path), bytes);
    }

    private static Deed replace(String before, String after) {
        return folder -> {
            Path file = folder.resolve(VALUES);
            String text = "\n" + Files.readString(file);
            assertThat(text).contains(before);
            Files.writeString(file, text.replace(before, after).substring(1));
        };
    }

    private static Deed link(String path, String target) {
        return folder -> Files.createSymbolicLink(place(folder, path), Path.of(target));
    }

    private static Deed pipe(String path) {
        return folder -> {
            try {
                new ProcessBuilder("mkfifo", place(folder, path).toString())
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        };
    }

    private static Path place(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }
}
