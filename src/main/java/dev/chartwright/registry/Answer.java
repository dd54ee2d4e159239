package dev.chartwright.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param uri who said it
 * @param status HTTP status
 * @param headers header fields
 * @param body bytes, none after HEAD
 */
record Answer(URI uri, int status, HttpHeaders headers, byte[] body) {
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_FAULT = 400;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean isSuccess() {
        return status >= SUCCESS && status < REDIRECT;
    }

    /** One clause: it says yes in another way than it should, and means no. */
    String inPlaceOf(int expected, String what) {
        return "to " + what + " that it was sent is " + status + ", not " + expected + ", and it does not have it";
    }

    boolean isRedirect() {
        return status > REDIRECT && status < CLIENT_FAULT && header("Location").isPresent();
    }

    /** Where it sends the reader; nothing for text that is no address. */
    Optional<URI> location() {
        return header("Location").flatMap(text -> {
            try {
                return Optional.of(uri.resolve(text));
            } catch (IllegalArgumentException strange) {
                return Optional.empty();
            }
        });
    }
}
