package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * A security context as it is rendered.
 *
 * @param owner whose it is, for people
 * @param root its fields; missing where none is written
 * @param place where it stands, or would
 */
record SecurityContext(String owner, JsonNode root, Place place) {
    private static final String KEY = "securityContext";

    static SecurityContext of(PodContainer container) {
        return new SecurityContext(
                "container " + Quote.of(container.name()),
                container.root().path(KEY),
                container.place().then(KEY));
    }

    static SecurityContext ofPod(PodTemplate pod) {
        return new SecurityContext("the pod", pod.spec().path(KEY), pod.place().then(KEY));
    }

    /** That of the pod, then those of its containers. */
    static Stream<SecurityContext> of(PodTemplate pod) {
        return Stream.concat(Stream.of(ofPod(pod)), pod.containers().map(SecurityContext::of));
    }

    String text(String field) {
        return root.path(field).asString("");
    }

    boolean is(String field, boolean value) {
        return root.path(field).isBoolean() && root.path(field).booleanValue() == value;
    }

    /** A field that has to be otherwise. */
    Breach breach(String field, String wanted) {
        String value = root.at("/" + field.replace('.', '/')).asString("");
        String words = owner
                + (value.isEmpty()
                        ? " has no " + Quote.of(KEY + "." + field)
                        : " has " + Quote.of(KEY + "." + field + ": " + value));
        return new Breach(place.then(field.split("\\.")), words, "write " + Quote.of(field + ": " + wanted));
    }
}
