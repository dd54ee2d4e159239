package dev.chartwright.registry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.chartwright.chart.Digest;

/** An honest registry in memory that does one thing wrong. */
public final class FaultyRegistry implements AutoCloseable {
    /** What goes wrong. */
    public enum Fault {
        NONE,
        CUT_ANSWER,
        CUT_REQUEST,
        ERROR_500,
        ERROR_503,
        TIMEOUT_408,
        BUSY_429,
        BUSY_429_DATE,
        BUSY_429_FOR_LONG,
        RATE_LIMIT_403,
        DENIED_403,
        LOGIN_LOOP,
        REDIRECT_LOOP,
        REDIRECT_ELSEWHERE,
        LOCATION_ELSEWHERE,
        WRONG_DIGEST,
        JUNK,
        SLOW,
        SILENCE,
        TRUNCATED_JSON,
        STRANGE_CHALLENGE,
        EXPIRED_TOKEN,
        FORGOTTEN_UPLOAD,
        NONSENSE,
        STRANGE_ADDRESS,
        ECHO
    }

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int CHUNK = 64 * 1024;
    private static final int JUNK_SIZE = 10 * 1024 * 1024;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "faulty-registry");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Fault fault;
    private final Random random;
    private final int first;
    private final int last;
    private final String login;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
    private final List<String> heardElsewhere = new CopyOnWriteArrayList<>();

    /**
     * Starts it.
     *
     * @param first number of the request at which the fault begins
     * @param last number of the last request that meets it
     */
    public FaultyRegistry(Fault fault, Random random, int first, int last, String login) throws IOException {
        this.fault = fault;
        this.random = random;
        this.first = first;
        this.last = last;
        this.login = login;
        accept(server, false);
        accept(elsewhere, true);
    }

    private record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    public String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    public Map<String, byte[]> blobs() {
        return blobs;
    }

    /** By repository and tag or digest: {@code shop/manifests/1.0.0}. */
    public Map<String, byte[]> manifests() {
        return manifests;
    }

    public int requests() {
        return requests.get();
    }

    /** From now on it does what it should. */
    public void heal() {
        fault = Fault.NONE;
    }

    /** Everything that the other host was sent. */
    public List<String> heardElsewhere() {
        return heardElsewhere;
    }

    private void accept(ServerSocket socket, boolean other) {
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    threads.execute(() -> serve(connection, other));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket connection, boolean other) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            while (answer(in, out, other)) {
                out.flush();
            }
        } catch (IOException | InterruptedException gone) {
            // The client hung up, or the test is over.
        }
    }

    private boolean answer(InputStream in, OutputStream out, boolean other) throws IOException, InterruptedException {
        String start = line(in);
        if (start.isEmpty()) {
            return false;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        int number = requests.incrementAndGet();
        boolean broken = number >= first && number <= last;
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        if (broken && fault == Fault.CUT_REQUEST && !other) {
            in.readNBytes(length == 0 ? 0 : random.nextInt(length));
            return false;
        }
        Request request = new Request(start.split(" ")[0], start.split(" ")[1], headers, in.readNBytes(length));
        if (other) {
            heardElsewhere.add(start + " " + headers);
        }
        return broken && !other ? faulty(request, out) : write(request, honest(request, other), out);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** After HEAD there is no body. */
    private static boolean write(Request request, byte[] answer, OutputStream out) throws IOException {
        int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        out.write(answer, 0, request.method().equals("HEAD") ? head : answer.length);
        return true;
    }

    private static byte[] say(int status, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] error(int status, String code, Map<String, String> headers) {
        return say(
                status,
                headers,
                ("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"no\"}]}").getBytes(StandardCharsets.UTF_8));
    }

    private String challenge() {
        return "Bearer service=\"s\", scope=\"repository:shop:pull,push\",realm=\"http://" + host() + "/token\"";
    }

    private byte[] honest(Request request, boolean other) {
        if (request.path().startsWith("/token")) {
            return token(request);
        }
        boolean known = valid.contains(request.headers().getOrDefault("Authorization", ""));
        if (!known && !other) {
            return error(401, "UNAUTHORIZED", Map.of("WWW-Authenticate", challenge()));
        }
        return stored(request);
    }

    private byte[] token(Request request) {
        String wanted =
                "Basic " + Base64.getEncoder().encodeToString(("user:" + login).getBytes(StandardCharsets.UTF_8));
        if (!request.headers().getOrDefault("Authorization", "").equals(wanted)) {
            return error(401, "UNAUTHORIZED", Map.of());
        }
        String token = "token-" + tokens.incrementAndGet() + "-" + login;
        valid.add("Bearer " + token);
        return say(200, Map.of(), ("{\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] stored(Request request) {
        String path = request.path().replaceFirst("\\?.*", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean manifest = path.contains("/manifests/");
        String key = path.replaceFirst("^/v2/", "");
        return switch (request.method()) {
            case "POST" -> say(202, Map.of("Location", "/v2/shop/blobs/uploads/" + requests.get()), new byte[0]);
            case "PUT" -> manifest ? putManifest(key, request.body()) : putBlob(request);
            default -> read(request, manifest ? manifests.get(key) : blobs.get(name));
        };
    }

    private byte[] putBlob(Request request) {
        String digest = request.path().replaceFirst(".*digest=", "");
        if (!Digest.of(request.body()).value().equals(digest)) {
            return error(400, "DIGEST_INVALID", Map.of());
        }
        blobs.put(digest, request.body());
        return say(201, Map.of("Docker-Content-Digest", digest), new byte[0]);
    }

    /** As the specification wants it: nothing is visible whose parts are missing. */
    private byte[] putManifest(String key, byte[] body) {
        if (!isWhole(body)) {
            return error(404, "MANIFEST_BLOB_UNKNOWN", Map.of());
        }
        String digest = key.replaceFirst("[^/]*$", "") + Digest.of(body).value();
        manifests.put(digest, body);
        manifests.put(key, body);
        return say(201, Map.of("Docker-Content-Digest", Digest.of(body).value()), new byte[0]);
    }

    /** Whether everything is there that a manifest or an index names. */
    public boolean isWhole(byte[] manifest) {
        return DIGEST.matcher(new String(manifest, StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .allMatch(digest ->
                        blobs.containsKey(digest) || manifests.keySet().stream().anyMatch(key -> key.endsWith(digest)));
    }

    private static byte[] read(Request request, byte[] content) {
        if (content == null) {
            return error(404, "UNKNOWN", request.method().equals("HEAD") ? Map.of("Content-Length", "0") : Map.of());
        }
        Map<String, String> headers = Map.of(
                "Docker-Content-Digest",
                Digest.of(content).value(),
                "Content-Length",
                Integer.toString(content.length));
        return say(200, headers, request.method().equals("HEAD") ? new byte[0] : content);
    }

    private boolean faulty(Request request, OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case CUT_ANSWER -> {
                byte[] answer = honest(request, false);
                out.write(answer, 0, random.nextInt(answer.length));
                out.flush();
                return false;
            }
            case SLOW -> {
                for (byte part : honest(request, false)) {
                    out.write(part);
                    out.flush();
                    Thread.sleep(50);
                }
                return true;
            }
            case NONSENSE -> {
                out.write(Nonsense.answer(random));
                return random.nextBoolean();
            }
            case SILENCE -> {
                Thread.sleep(10_000);
                return false;
            }
            case JUNK -> {
                out.write(say(200, Map.of("Content-Length", Integer.toString(JUNK_SIZE)), new byte[0]));
                for (int sent = 0; sent < JUNK_SIZE; sent += CHUNK) {
                    out.write(new byte[CHUNK]);
                }
                return true;
            }
            default -> {
                return write(request, answerOf(request), out);
            }
        }
    }

    private byte[] answerOf(Request request) {
        return switch (fault) {
            case ERROR_500 -> error(500, "UNKNOWN", Map.of());
            case ERROR_503 -> error(503, "UNAVAILABLE", Map.of());
            case TIMEOUT_408 -> error(408, "UNKNOWN", Map.of());
            case BUSY_429 -> error(429, "TOOMANYREQUESTS", Map.of("Retry-After", "0"));
            case BUSY_429_DATE -> error(429, "TOOMANYREQUESTS", Map.of("Retry-After", date()));
            case BUSY_429_FOR_LONG -> error(429, "TOOMANYREQUESTS", Map.of("Retry-After", "86400"));
            case RATE_LIMIT_403 ->
                say(
                        403,
                        Map.of(),
                        "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"you have exceeded a secondary rate limit\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
            case DENIED_403 -> error(403, "DENIED", Map.of());
            case LOGIN_LOOP ->
                request.path().startsWith("/token")
                        ? honest(request, false)
                        : error(401, "UNAUTHORIZED", Map.of("WWW-Authenticate", challenge()));
            case EXPIRED_TOKEN -> {
                valid.clear();
                yield honest(request, false);
            }
            case STRANGE_CHALLENGE -> error(401, "x\\u001b[31m" + login, Map.of("WWW-Authenticate", strange()));
            case REDIRECT_LOOP -> say(307, Map.of("Location", request.path()), new byte[0]);
            case REDIRECT_ELSEWHERE -> say(307, Map.of("Location", other(request.path())), new byte[0]);
            case LOCATION_ELSEWHERE ->
                request.method().equals("POST")
                        ? say(202, Map.of("Location", other("/v2/shop/blobs/uploads/1")), new byte[0])
                        : honest(request, false);
            case WRONG_DIGEST ->
                say(
                        request.method().equals("PUT") ? 201 : 200,
                        Map.of(
                                "Docker-Content-Digest",
                                Digest.of(new byte[] {9}).value()),
                        new byte[0]);
            case TRUNCATED_JSON ->
                say(
                        request.path().startsWith("/token") ? 200 : 400,
                        Map.of(),
                        "{\"token\":\"abc".getBytes(StandardCharsets.UTF_8));
            case FORGOTTEN_UPLOAD ->
                request.method().equals("PUT") ? error(404, "BLOB_UPLOAD_UNKNOWN", Map.of()) : honest(request, false);
            case STRANGE_ADDRESS ->
                say(random.nextBoolean() ? 307 : 202, Map.of("Location", strangeAddress()), new byte[0]);
            case ECHO -> echo(request.headers().getOrDefault("Authorization", ""));
            default -> honest(request, false);
        };
    }

    private String strangeAddress() {
        return Nonsense.address(random, elsewhere.getLocalPort());
    }

    /** Whatever it was sent comes back, in each place that a message could show. */
    private byte[] echo(String header) {
        String secret = header.isEmpty() ? "nothing" : login;
        String sent = header + " " + secret + " " + header.replaceFirst(".* ", "");
        List<String> addresses = List.of("ftp://x/", "https://" + secret + ":y@[", "ftp://" + secret + "/?q=");
        String address = addresses.get(random.nextInt(addresses.size()));
        byte[] body = ("{\"errors\":[{\"code\":\"" + sent + "\",\"message\":\"" + sent + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Location",
                address + sent.replace(' ', '/'),
                "WWW-Authenticate",
                "Bearer realm=\"" + address + sent + '"');
        return say(List.of(200, 202, 307, 400, 401, 403, 500).get(random.nextInt(7)), headers, body);
    }

    private String other(String path) {
        return "http://127.0.0.1:" + elsewhere.getLocalPort() + path;
    }

    private static String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(ZonedDateTime.now(ZoneOffset.UTC));
    }

    private String strange() {
        List<String> challenges = List.of(
                "Bearer realm=\"ftp://x\"",
                "Bearer realm=\"http://user:pass@127.0.0.1/\"",
                "Bearer realm=\"" + "x".repeat(5_000) + "\"",
                "Bearer realm=",
                "Bearer",
                "Negotiate abc==",
                "=\",,,\"Bearer realm=\\\"",
                "Basic realm=\"x\\");
        return challenges.get(random.nextInt(challenges.size()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        elsewhere.close();
        threads.shutdownNow();
    }
}
