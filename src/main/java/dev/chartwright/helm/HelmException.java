package dev.chartwright.helm;

/** Helm refused a chart; the message is Helm's own. */
public final class HelmException extends Exception {
    private static final long serialVersionUID = 1L;

    public HelmException(String message, Throwable cause) {
        super(message, cause);
    }
}
