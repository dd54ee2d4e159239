package dev.chartwright.registry;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** A request's body that tells how much of it went out. */
final class CountedBody implements BodyPublisher {
    private static final int CHUNK = 16 * 1024;
    private final byte[] content;
    private final LongConsumer sent;

    CountedBody(byte[] content, LongConsumer sent) {
        this.content = content;
        this.sent = sent;
    }

    @Override
    public long contentLength() {
        return content.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        int chunks = (content.length + CHUNK - 1) / CHUNK;
        Iterable<byte[]> parts = () -> IntStream.range(0, chunks)
                .mapToObj(index ->
                        Arrays.copyOfRange(content, index * CHUNK, Math.min(content.length, (index + 1) * CHUNK)))
                .peek(part -> sent.accept(part.length))
                .iterator();
        BodyPublishers.ofByteArrays(parts).subscribe(subscriber);
    }
}
