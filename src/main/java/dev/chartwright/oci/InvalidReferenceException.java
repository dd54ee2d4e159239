package dev.chartwright.oci;

/** Text that names nothing in a registry; whoever parses what a person wrote turns it into a message. */
public final class InvalidReferenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String why;
    private final String fix;

    /**
     * Says what is wrong with a reference.
     *
     * @param what one sentence
     * @param why the rule that is broken
     * @param fix one action that mends it
     */
    public InvalidReferenceException(String what, String why, String fix) {
        super(what);
        this.why = why;
        this.fix = fix;
    }

    public String why() {
        return why;
    }

    public String fix() {
        return fix;
    }
}
