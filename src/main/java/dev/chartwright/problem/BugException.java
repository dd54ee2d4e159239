package dev.chartwright.problem;

/** A fault of chartwright itself, never of its user; exit code 4. */
public final class BugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BugException(String what) {
        super(what);
    }

    public BugException(String what, Throwable cause) {
        super(what, cause);
    }
}
