package dev.chartwright.crds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.chartwright.problem.OutsideException;

/** The files where their projects publish them. */
final class Web implements CrdSource {
    private static final int MOST_REDIRECTS = 5;
    private static final int DONE = 200;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;
    private final Duration limit;
    private final HttpClient client;

    /**
     * The web.
     *
     * @param limit how long one file may take, its redirects included
     */
    Web(Duration limit) {
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String place(LockedCrd crd) {
        return crd.url().toString();
    }

    @Override
    public byte[] fetch(LockedCrd crd) {
        try {
            return fetch(crd.url());
        } catch (IOException | TimeoutException failure) {
            throw new OutsideException(
                    "cannot fetch " + crd.url()
                            + "; run it again later, or name a folder that holds the file: --mirror",
                    failure);
        }
    }

    private byte[] fetch(URI url) throws IOException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        URI at = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> answer = answer(at, end - System.nanoTime());
            if (answer.statusCode() == DONE) {
                return answer.body();
            }
            at = target(at, answer);
        }
        throw new IOException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    /** The whole answer in time: the client's own limit ends with the headers. */
    private HttpResponse<byte[]> answer(URI url, long nanos) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> running =
                client.sendAsync(HttpRequest.newBuilder(url).build(), headers -> new LimitedBody(LARGEST));
        try {
            return running.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw (TimeoutException)
                    new TimeoutException("no whole answer in " + limit.toMillis() + " ms").initCause(slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IOException(reason(failed.getCause()), failed.getCause());
        } finally {
            running.cancel(true);
        }
    }

    private static URI target(URI from, HttpResponse<byte[]> answer) throws IOException {
        Optional<String> location = answer.headers().firstValue("Location");
        if (answer.statusCode() / HUNDRED != REDIRECTS || location.isEmpty()) {
            throw new IOException("the answer is HTTP " + answer.statusCode());
        }
        try {
            URI target = from.resolve(location.get());
            if (!from.getScheme().equals(target.getScheme()) || target.getHost() == null) {
                throw new IOException("it redirects to `" + target + "`");
            }
            return target;
        } catch (IllegalArgumentException noUrl) {
            throw new IOException("it redirects to what is no URL", noUrl);
        }
    }

    /** Connection failures often carry no message of their own. */
    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }
}
