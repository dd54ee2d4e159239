package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;

/**
 * How long a name may be.
 *
 * @param name the name, and where it stands
 * @param most characters
 * @param why what needs the rest, a sentence
 */
record NameRoom(ObjectText name, int most, String why) {
    /** A label of its pods holds the name, a dash and a hash of ten characters, in 63. */
    private static final int OF_STATEFUL_SET = 52;

    private static final int LABEL = 63;
    private static final int SUBDOMAIN = 253;

    /** That of an object, or those that an operator makes of it. */
    static Stream<NameRoom> of(RenderedObject object, Release release) {
        return release.kind(object)
                .flatMap(CustomKind::statefulSet)
                .map(written -> operated(object, written))
                .orElseGet(() -> Stream.of(own(object)));
    }

    private static NameRoom own(RenderedObject object) {
        return switch (object.groupKind()) {
            case "/Namespace", "/Service" -> own(object, LABEL, "it is one label of a host name");
            case "apps/StatefulSet" ->
                own(object, OF_STATEFUL_SET, "its pods carry the name and 11 characters more in a label");
            case "apps/Deployment" ->
                own(object, SUBDOMAIN - 11, "its ReplicaSets carry the name and 11 characters more");
            case "batch/CronJob" -> own(object, LABEL - 11, "its Jobs carry the name and 11 characters more");
            case "batch/Job" -> own(object, LABEL, "its pods carry the name in a label");
            default -> own(object, SUBDOMAIN, "the API server takes no longer names");
        };
    }

    private static NameRoom own(RenderedObject object, int most, String why) {
        return new NameRoom(new ObjectText(object.name(), object.place("metadata", "name")), most, why);
    }

    /** Where parts of the object stand in the name, it is told whole, there; else the object's own name is. */
    private static Stream<NameRoom> operated(RenderedObject object, String written) {
        return ObjectText.hasPath(written)
                ? ObjectText.each(written, object)
                        .map(
                                whole -> new NameRoom(
                                        whole,
                                        OF_STATEFUL_SET,
                                        "the operator names a StatefulSet so, whose pods carry the name and 11 characters more in a label"))
                : ObjectText.each(written, object)
                        .map(whole -> own(
                                object,
                                OF_STATEFUL_SET
                                        - whole.text().length()
                                        + object.name().length(),
                                "the operator makes a StatefulSet `" + written
                                        + "`, whose pods carry its name and 11 characters more in a label"));
    }
}
