package dev.chartwright.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.chart.Digest;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A registry on this machine that knows manifests by their tags; of an image with an index, it shows what is asked for. */
public final class ImageHost implements AutoCloseable {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, String>> images = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile Map<String, String> everything = Map.of();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    public ImageHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/v2/", this::counted);
        server.start();
    }

    /** Host and port. */
    public String name() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Gives a tag the content that text stands for; returns the digest of its index. */
    public String index(String repository, String tag, String text) {
        String index = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + part(text) + "]}";
        images.put(path(repository, tag), Map.of(INDEX, index, MANIFEST, single(text)));
        return Digest.of(index.getBytes(UTF_8)).value();
    }

    /** Gives a tag the content of one platform; returns the digest of its manifest. */
    public String manifest(String repository, String tag, String text) {
        images.put(path(repository, tag), Map.of(MANIFEST, single(text)));
        return Digest.of(single(text).getBytes(UTF_8)).value();
    }

    private static String single(String text) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":" + part(text) + ",\"layers\":[]}";
    }

    private static String part(String text) {
        byte[] content = text.getBytes(UTF_8);
        return "{\"digest\":\"" + Digest.of(content).value() + "\",\"size\":" + content.length + "}";
    }

    /** Answers everything with this, as a proxy does that wants to know who is there. */
    public void answerEverythingWith(String type, String content) {
        everything = Map.of(type, content);
    }

    /** From now on, no answer tells its digest. */
    public void tellNoDigests() {
        silent = true;
    }

    /** Methods and paths, in the order of their arrival. */
    public List<String> requests() {
        return requests;
    }

    /** The most requests that ran at once. */
    public int most() {
        return most.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String path(String repository, String tag) {
        return "/v2/" + repository + "/manifests/" + tag;
    }

    private void counted(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.sleep(20);
            running.decrementAndGet();
            answer(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> image =
                everything.isEmpty() ? images.get(exchange.getRequestURI().getPath()) : everything;
        if (image == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String accepted = String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
        String known = accepted.contains(INDEX) && image.containsKey(INDEX) ? INDEX : MANIFEST;
        String type =
                image.containsKey(known) ? known : image.keySet().iterator().next();
        byte[] content = image.get(type).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        if (!silent) {
            exchange.getResponseHeaders()
                    .add("Docker-Content-Digest", Digest.of(content).value());
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
