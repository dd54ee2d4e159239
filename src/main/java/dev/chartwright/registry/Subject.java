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
}
