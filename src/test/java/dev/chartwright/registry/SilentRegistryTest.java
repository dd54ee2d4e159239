package dev.chartwright.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Somebody who listens and says nothing, or one letter now and then, is left after the time of one answer. */
class SilentRegistryTest {
    /** Of the total, a hundred answers could be waited for. */
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(100), 100, Duration.ofMillis(1), Duration.ofMillis(1));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void serve(String letters) {
        answer(connection -> drip(connection, letters));
    }

    /** Answers every request: some letters at once, the others one by one. */
    private void serve(String atOnce, String drop) {
        answer(connection -> {
            try (connection;
                    OutputStream out = connection.getOutputStream()) {
                byte[] request = new byte[4096];
                while (connection.getInputStream().read(request) > 0) {
                    out.write(atOnce.getBytes(StandardCharsets.ISO_8859_1));
                    for (byte letter : drop.getBytes(StandardCharsets.ISO_8859_1)) {
                        out.write(letter);
                        Thread.sleep(5);
                    }
                }
            } catch (IOException | InterruptedException gone) {
                // The client hung up, or the test is over.
            }
        });
    }

    private void answer(Consumer<Socket> server) {
        threads.execute(() -> {
            while (!this.server.isClosed()) {
                try {
                    Socket connection = this.server.accept();
                    threads.execute(() -> server.accept(connection));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void drip(Socket connection, String letters) {
        try (connection;
                OutputStream out = connection.getOutputStream()) {
            out.write(letters.getBytes(StandardCharsets.US_ASCII));
            while (!letters.isEmpty()) {
                Thread.sleep(20);
                out.write('x');
                out.flush();
            }
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        } catch (IOException | InterruptedException gone) {
            // The client hung up, or the test is over.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"})
    void isWaitedForOnlyOnce(String letters) {
        serve(letters);
        RegistrySettings settings = new RegistrySettings(true, Optional.empty(), Map.of(), LIMITS);
        Waiting waiting = new Waiting(Duration.ofMillis(100), told::add);
        Registry registry = new Registry(settings, host -> Optional.empty(), waiting);
        String host = "127.0.0.1:" + server.getLocalPort();
        long start = System.nanoTime();
        OutsideException failed = catchThrowableOfType(
                OutsideException.class,
                () -> registry.fetch(Reference.parse(host + "/shop").withTag("1.0.0")));

        assertThat(failed.problems().get(0).what()).contains("no answer within ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(told)
                .isNotEmpty()
                .allMatch(line -> line.startsWith(
                        "waiting for " + host + " to answer GET `/v2/shop/manifests/1.0.0`, 1 s more at most"));
    }

    /** What comes in pieces: a head, an answer that passes, redirects, a token service, TLS. */
    private static Stream<Arguments> drips() {
        String next = "Location: /v2/shop/manifests/next\r\nContent-Length: 0\r\n\r\n";
        String token = "Content-Length: 0\r\nWWW-Authenticate: Bearer realm=\"http://%s/token\"\r\n\r\n";
        return Stream.of(
                Arguments.of("status line", "H", "TTP/1.1 200 O".repeat(50)),
                Arguments.of("headers", "HTTP/1.1 200 OK\r\n", "X: y\r\n".repeat(200)),
                Arguments.of("body", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "{".repeat(1000)),
                Arguments.of("continue", "", "HTTP/1.1 100 Continue\r\n\r\n".repeat(50)),
                Arguments.of("hints", "", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(50)),
                Arguments.of("outage", "HTTP/1.1 503 x\r\n", "Content-Length: 0\r\n\r\n"),
                Arguments.of("limit", "HTTP/1.1 429 x\r\n", "Retry-After: 0\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("redirect", "HTTP/1.1 307 x\r\n", next),
                Arguments.of("token service", "HTTP/1.1 401 x\r\n" + token, ""),
                Arguments.of("slow token service", "HTTP/1.1 401 x\r\n", token));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drips")
    void isLeftAfterTheTimeOfOneAnswer(String part, String atOnce, String drop) {
        String host = "127.0.0.1:" + server.getLocalPort();
        serve(atOnce.formatted(host), drop.formatted(host));
        assertThat(timeOf(new RegistrySettings(true, Optional.empty(), Map.of(), LIMITS), host))
                .isLessThan(LIMITS.answer().multipliedBy(2));
    }

    /** The length of a first message of TLS, and a part of it. */
    @Test
    void isLeftInTheMiddleOfTls() {
        serve("\u0016\u0003\u0003\u0030\u0000\u0002\u0000\u002f\u00fc", "\u0003".repeat(500));
        RegistrySettings settings = new RegistrySettings(false, Optional.empty(), Map.of(), LIMITS);
        assertThat(timeOf(settings, "127.0.0.1:" + server.getLocalPort()))
                .isLessThan(LIMITS.answer().multipliedBy(2));
    }

    private Duration timeOf(RegistrySettings settings, String host) {
        Registry registry = new Registry(settings, any -> Optional.empty());
        long start = System.nanoTime();
        assertThatThrownBy(() -> registry.head(Reference.parse(host + "/shop").withTag("1.0.0")))
                .isInstanceOf(OutsideException.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
