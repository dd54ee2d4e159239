package dev.chartwright.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.chartwright.verify.PublishedShop.CHART;
import static dev.chartwright.verify.PublishedShop.TIME;
import static dev.chartwright.verify.PublishedShop.archive;
import static dev.chartwright.verify.PublishedShop.artifact;
import static dev.chartwright.verify.PublishedShop.built;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A registry that wants a login, and gives a chart with that login inside. */
class EchoedLoginTest {
    private static final String PASSWORD = "hunter2-\u00e9x";
    private HttpServer server;
    private HelmArtifact served = artifact(built(), TIME);
    private byte[] manifest = served.manifest().bytes();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean known = exchange.getRequestHeaders().containsKey("Authorization");
            byte[] body = !known ? new byte[0] : path.contains("/manifests/") ? manifest : blob(path);
            exchange.getResponseHeaders().add("Content-Type", HelmArtifact.MANIFEST);
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"r\"");
            exchange.sendResponseHeaders(known ? 200 : 401, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] blob(String path) {
        return Stream.concat(Stream.of(served.config()), served.layers().stream())
                .filter(content -> path.endsWith(content.descriptor().digest().value()))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private Problem problem() {
        Registry registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()),
                host -> Optional.of(Credential.password("ann", PASSWORD, "a test")));
        Reference shop = Reference.parse("127.0.0.1:" + server.getAddress().getPort() + "/shop")
                .withTag("1.0.0");
        return catchThrowableOfType(
                        ProblemsException.class,
                        () -> ArtifactVerifier.of(registry).verify(shop, built()))
                .problems()
                .get(0);
    }

    static Stream<UnaryOperator<String>> forms() {
        return Stream.of(
                text -> text,
                text -> Base64.getEncoder().encodeToString(("ann:" + text).getBytes(StandardCharsets.UTF_8)),
                text -> HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.UTF_8)),
                text -> new StringBuilder(text).reverse().toString(),
                text -> "\\u001b[31m" + text);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNotInWhatAManifestHasMore(UnaryOperator<String> form) {
        String echo = form.apply(PASSWORD);
        String honest = new String(manifest, StandardCharsets.UTF_8);
        for (String with : List.of(
                honest.replaceFirst("\\{", "{\"x\":\"" + echo.replace("\\", "\\\\") + "\","),
                honest.replaceFirst("\\{", "{\"" + echo.replace("\\", "\\\\") + "\":\"x\","),
                honest.replaceFirst("(\"config\":\\{\"mediaType\":\")[^\"]*", "$1" + echo.replace("\\", "\\\\")))) {
            manifest = with.getBytes(StandardCharsets.UTF_8);
            assertThat(problem().what())
                    .startsWith("what is published ")
                    .contains("…")
                    .doesNotContain(echo, "hunter", "68 75", "2retnuh", "\u001b");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNotInWhatAPackageHasMore(UnaryOperator<String> form) {
        String echo = form.apply(PASSWORD).replaceAll("[\\\\\\[/]", "");
        serve(archive(TIME, CHART, "values.yaml", "a: " + echo + "\nb: 2\nc: 3\n"));
        assertThat(problem().what())
                .contains("differs in `values.yaml`, line 1: it is `…`, and this checkout makes `a: 1`");
        serve(archive(TIME, CHART, "values.yaml", "a: 1\nb: 2\nc: 3\n", "values/" + echo, "a"));
        assertThat(problem().what()).contains("has a file `values…` that this checkout does not make");
    }

    private void serve(ChartArchive archive) {
        served = artifact(archive, TIME);
        manifest = served.manifest().bytes();
    }

    @Test
    void leavesWhatIsOursReadable() {
        String chart = CHART.replace("a shop", "the shop registry " + PASSWORD);
        serve(archive(TIME, chart, "values.yaml", "a: 1\nb: 2\nc: 3\n"));
        assertThat(problem().what())
                .endsWith("it is `description: the shop registry …`, and this checkout makes `description: a shop`");
    }
}
