package dev.chartwright.registry;

import dev.chartwright.oci.Reference;

/**
 * What a call is about, for messages and for the scope of a token.
 *
 * @param reference what is named
 * @param isWriting whether it changes the registry
 */
record Subject(Reference reference, boolean isWriting) {
    static Subject reading(Reference reference) {
        return new Subject(reference, false);
    }

    static Subject writing(Reference reference) {
        return new Subject(reference, true);
    }

    /** What tokens are kept by; a registry's challenge names the scope that counts. */
    String scope() {
        return reference.repository() + (isWriting ? ":pull,push" : ":pull");
    }

    /** The path of something in the repository. */
    String path(String tail) {
        return "/v2/" + reference.repository() + tail;
    }

    /** Whether it is a chart's version, and no list of what is attached to one. */
    boolean isVersion() {
        return reference.tag().filter(tag -> !tag.startsWith("sha256-")).isPresent();
    }

    /** A text of the registry without the names in it, which could hold any word. */
    String withoutNames(String text) {
        String rest = text.replace(reference.repository(), "").replace(reference.name(), "");
        return reference.tag().map(tag -> rest.replace(tag, "")).orElse(rest);
    }

    /** One clause: who answered what. */
    String answered(Answer answer) {
        return who(answer) + " answered " + answer.status() + (isWriting ? " to the push" : " to the question");
    }

    private String who(Answer answer) {
        Origin asked = Origin.of(reference.registry(), answer.uri().getScheme());
        return Origin.of(answer.uri()).equals(asked)
                ? reference.registry()
                : "a host that " + reference.registry() + " leads to";
    }
}
