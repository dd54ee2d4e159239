package dev.chartwright.book;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Headless Chromium, spoken to by its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final AtomicInteger number = new AtomicInteger();
    private final String session;

    private Browser(Process process, WebSocket socket, Map<Integer, CompletableFuture<JsonNode>> answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        String target = send("Target.createTarget", "", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        session = send("Target.attachToTarget", "", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
    }

    /** Starts it; where it is not installed, the test is skipped. */
    static Browser start(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "there is no chromium");
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path file = folder.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file) || Files.readString(file).lines().count() < 2) {
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("chromium does not start");
            }
            Thread.sleep(50);
        }
        String[] lines = Files.readString(file).split("\n");
        Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines[0].strip() + lines[1].strip()), new Reader(answers))
                .join();
        return new Browser(process, socket, answers);
    }

    /** Puts messages together, and gives answers to who waits for them. */
    private record Reader(Map<Integer, CompletableFuture<JsonNode>> answers, StringBuilder text)
            implements WebSocket.Listener {
        Reader(Map<Integer, CompletableFuture<JsonNode>> answers) {
            this(answers, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(message.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(data);
        }
    }

    private JsonNode send(String method, String to, Map<String, ?> parameters) {
        int id = number.incrementAndGet();
        ObjectNode message =
                JsonMapper.shared().createObjectNode().put("id", id).put("method", method);
        message.set("params", JsonMapper.shared().valueToTree(parameters));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    void open(Path page) {
        send("Page.enable", session, Map.of());
        send("Page.navigate", session, Map.of("url", page.toUri().toString()));
        while (!evaluate("document.readyState").asString().equals("complete")
                || evaluate("document.querySelectorAll('section').length").asInt() == 0) {
            Thread.onSpinWait();
        }
    }

    /** How large the screen is, and whether it is dark. */
    void screen(int width, int height, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                session,
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                session,
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    JsonNode evaluate(String script) {
        JsonNode result = send("Runtime.evaluate", session, Map.of("expression", script, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.at("/result/value");
    }

    void press(String key) {
        send(
                "Input.dispatchKeyEvent",
                session,
                Map.of(
                        "type",
                        "keyDown",
                        "key",
                        key,
                        "code",
                        key,
                        "windowsVirtualKeyCode",
                        key.equals("Tab") ? 9 : 13));
        send("Input.dispatchKeyEvent", session, Map.of("type", "keyUp", "key", key, "code", key));
    }

    void click(double x, double y) {
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    session,
                    Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
    }

    void screenshot(Path file) throws IOException {
        JsonNode shot = send("Page.captureScreenshot", session, Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asString()));
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
