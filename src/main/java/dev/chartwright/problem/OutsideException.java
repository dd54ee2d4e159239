package dev.chartwright.problem;

/** The outside world (disk, network, registry) did not do its part; exit code 3. */
public final class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong and what to do.
     *
     * @param what one sentence
     * @param cause what the system said
     */
    public OutsideException(String what, Throwable cause) {
        super(what, cause);
    }
}
