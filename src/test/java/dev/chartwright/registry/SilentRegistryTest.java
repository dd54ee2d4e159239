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

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
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
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    threads.execute(() -> drip(connection, letters));
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
}
