package dev.chartwright.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.SearchResult;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.ChildJvm;
import dev.chartwright.archive.OutputFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The output folder behind a plain web server, as Helm reads it. */
class IndexIT {
    private static final String VERSION = "2.4.0-rc.1";
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path folder;

    private HostileBookshop bookshop;
    private HttpServer server;

    @BeforeEach
    void buildAndServe() throws IOException {
        bookshop = new HostileBookshop(folder);
        assertThat(bookshop.run("build")).contains("live written", "trial written");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/charts/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void helmFindsEveryChart() throws IOException {
        index();
        List<SearchResult> found = search();

        assertThat(found)
                .extracting(SearchResult::getName)
                .containsExactly("books/bookshop-live", "books/bookshop-trial");
        assertThat(found).extracting(SearchResult::getChartVersion).containsOnly(VERSION);
        assertThat(found)
                .allSatisfy(chart -> assertThat(chart.getDescription())
                        .startsWith("#1: {{ .Values }} - 'it' & \"that\" \ud83d\ude00 long long"));
    }

    @Test
    void helmDownloadsTheBytesOfTheBuild() throws IOException, InterruptedException {
        index();
        assertThat(download()).hasBinaryContent(Files.readAllBytes(packed()));
        assertThat(asked).contains("/charts/index.yaml", "/charts/live/" + packed().getFileName());
    }

    @Test
    void helmFollowsUrlsToAnotherFolder() throws IOException, InterruptedException {
        index("--url", url() + "elsewhere/");
        assertThat(download()).hasBinaryContent(Files.readAllBytes(packed()));
        assertThat(asked).contains("/charts/elsewhere/live/" + packed().getFileName());
    }

    /** Else the other tests would not show that the index is right. */
    @Test
    void helmRefusesAnIndexThatIsNotQuiteRight() throws IOException {
        index();
        Path file = folder.resolve("out/index.yaml");
        Files.writeString(file, Files.readString(file) + "surprise: 1\n");

        assertThatThrownBy(this::search).hasMessageContaining("surprise");
    }

    @Test
    void builtFoldersAndIndexLeaveEachOtherAlone() throws IOException {
        index();
        byte[] first = Files.readAllBytes(folder.resolve("out/index.yaml"));
        assertThat(new OutputFolder(folder.resolve("out")).environments()).containsExactly("live", "trial");
        assertThat(bookshop.run("build")).contains("live is the same as before", "trial is the same as before");
        assertThat(index()).endsWith("index.yaml is the same as before\n");
        assertThat(folder.resolve("out/index.yaml")).hasBinaryContent(first);
    }

    private List<SearchResult> search() {
        Path config = folder.resolve("repositories.yaml");
        Helm.repo()
                .add()
                .withRepositoryConfig(config)
                .withName("books")
                .withUrl(URI.create(url()))
                .call();
        return Helm.search()
                .repo()
                .withRepositoryConfig(config)
                .regexp()
                .withKeyword("books/.*")
                .devel()
                .call();
    }

    /** A chart of somebody else that depends on ours. */
    private Path download() throws IOException, InterruptedException {
        Path chart = Files.createDirectories(folder.resolve("other"));
        Files.writeString(chart.resolve("Chart.yaml"), """
                apiVersion: v2
                name: other
                version: 1.0.0
                dependencies:
                - name: bookshop-live
                  version: %s
                  repository: %s
                """.formatted(VERSION, url()));
        List<String> options =
                List.of("--enable-native-access=ALL-UNNAMED", "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true");
        Process update = ChildJvm.builder(Update.class, options, Map.of(), chart.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(update.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return chart.resolve("charts/bookshop-live-" + VERSION + ".tgz");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Path file = folder.resolve("out").resolve(path.replaceFirst("/charts/(elsewhere/)?", ""));
        byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        exchange.sendResponseHeaders(content.length > 0 ? 200 : 404, content.length > 0 ? content.length : -1);
        try (var body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/charts/";
    }

    private Path packed() {
        return folder.resolve("out/live/bookshop-live-" + VERSION + ".tgz");
    }

    private String index(String... more) {
        return bookshop.run("index", more);
    }

    /** Helm keeps what it downloads in the working folder, so it gets one of its own. */
    static final class Update {
        private Update() {}

        public static void main(String[] arguments) {
            new Helm(Path.of(arguments[0])).dependency().update().call();
        }
    }
}
