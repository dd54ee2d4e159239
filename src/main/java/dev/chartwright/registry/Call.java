package dev.chartwright.registry;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import dev.chartwright.problem.Quote;

/**
 * One request to a registry.
 *
 * @param method HTTP method
 * @param uri where to
 * @param headers header fields, without a login
 * @param body what is sent; empty for none
 * @param sent is told how many more bytes left
 * @param longestAnswer bytes that the answer may have
 */
record Call(String method, URI uri, Map<String, String> headers, byte[] body, LongConsumer sent, long longestAnswer) {
    /** Distribution takes manifests up to this size; nothing else that it says is longer. */
    static final long LONGEST_ANSWER = 4L * 1024 * 1024;

    static Call of(String method, URI uri) {
        return new Call(method, uri, Map.of(), new byte[0], count -> {}, LONGEST_ANSWER);
    }

    Call to(URI other) {
        return new Call(method, other, headers, body, sent, longestAnswer);
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, Map.copyOf(more), body, sent, longestAnswer);
    }

    Call sending(byte[] content, LongConsumer counter) {
        return new Call(method, uri, headers, content, counter, longestAnswer);
    }

    Call upTo(long size) {
        return new Call(method, uri, headers, body, sent, size);
    }

    /** The same question with an answer that has a body. */
    Call asking() {
        return new Call("GET", uri, headers, body, sent, longestAnswer);
    }

    /** For people; without what follows the path, which may hold a signature that opens doors. */
    String words() {
        return Origin.of(uri) + " to answer " + method + " " + Quote.of(uri.getPath());
    }

    /** Methods that change nothing may be sent elsewhere. */
    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
