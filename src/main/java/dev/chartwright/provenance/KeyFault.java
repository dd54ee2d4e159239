package dev.chartwright.provenance;

import java.time.LocalDate;

/**
 * Why a key may not sign.
 *
 * @param words what is wrong with it, behind "which"
 * @param fix what its owner can do
 */
record KeyFault(String words, String fix) {
    private static final String ANOTHER =
            "make another key that signs (`gpg --quick-generate-key <user id> rsa4096 sign`),"
                    + " export it and name it with `--key`";

    static final KeyFault REVOKED = new KeyFault("is revoked", ANOTHER);
    static final KeyFault NOT_FOR_SIGNING = new KeyFault("may not sign, by its key flags", ANOTHER);
    static final KeyFault UNBOUND = new KeyFault("carries no good signature of its primary key", ANOTHER);
    static final KeyFault NOT_SIGNED_BACK = new KeyFault(
            "has never signed that it belongs to its primary key", "`gpg --edit-key <key id> cross-certify`");
    static final KeyFault FORM = new KeyFault("has a form or a size that nobody uses for signing", ANOTHER);

    static final KeyFault TIME = new KeyFault("is not good for its time", ANOTHER);

    static KeyFault expired(LocalDate day) {
        return new KeyFault(
                "has expired on " + day,
                "prolong it (`gpg --quick-set-expire <fingerprint> 1y`) and export it again, or name another key");
    }

    /** The same, seen from a subkey. */
    KeyFault ofPrimary() {
        return new KeyFault("belongs to a primary key that " + words, fix);
    }
}
