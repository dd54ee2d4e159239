package dev.chartwright.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.chartwright.problem.BugException;

/** Sends one request and takes one answer, both within a time; follows nothing, answers no challenge. */
final class Transport {
    private static final String BASIC_THROUGH_TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    static {
        // Java's own default sends a proxy's password over http but not before a tunnel for https.
        if (System.getProperty(BASIC_THROUGH_TUNNELS) == null) {
            System.setProperty(BASIC_THROUGH_TUNNELS, "");
        }
    }

    private final HttpClient client;
    private final ProxyVariables proxies;
    private final Waiting waiting;
    private final Secrets secrets;

    Transport(RegistrySettings settings, Waiting waiting, Secrets secrets) {
        this.waiting = waiting;
        this.secrets = secrets;
        proxies = new ProxyVariables(settings.variables());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.limits().answer())
                .proxy(proxies)
                .executor(daemons());
        settings.caFile().map(TrustedAuthorities::context).ifPresent(builder::sslContext);
        client = builder.build();
    }

    /** Threads that keep no process alive. */
    private static ExecutorService daemons() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The answer to a request.
     *
     * @throws IOException when there is none in time, or one that is too long
     */
    Answer send(Call call, Duration longest) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : new CountedBody(call.body(), call.sent()));
        call.headers().forEach(request::header);
        request.header("User-Agent", "chartwright");
        proxies.login(call.uri()).ifPresent(login -> {
            secrets.add(login);
            request.header("Proxy-Authorization", login);
        });
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), info -> new CappedBody(call.longestAnswer()));
        HttpResponse<byte[]> response = await(answer, longest, call);
        // There is no body where a proxy refuses a tunnel.
        byte[] body = Optional.ofNullable(response.body()).orElseGet(() -> new byte[0]);
        return new Answer(call.uri(), response.statusCode(), response.headers(), body);
    }

    private <T> T await(CompletableFuture<T> answer, Duration longest, Call call) throws IOException {
        try {
            if (waiting.silence().compareTo(longest) < 0 && !isDone(answer, waiting.silence())) {
                Duration rest = longest.minus(waiting.silence());
                waiting.told()
                        .accept("waiting for " + secrets.hide(call.words()) + ", " + seconds(rest) + " more at most");
                return answer.get(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS);
            }
            return answer.get(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new SilenceException(longest);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(String.valueOf(failed.getCause()), failed);
        }
    }

    private static boolean isDone(CompletableFuture<?> answer, Duration time)
            throws InterruptedException, ExecutionException {
        try {
            answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private static String seconds(Duration time) {
        return Math.max(1, time.toSeconds()) + " s";
    }

    /** Nothing came in time. */
    static final class SilenceException extends IOException {
        private static final long serialVersionUID = 1L;

        SilenceException(Duration longest) {
            super("no answer within " + seconds(longest));
        }
    }
}
