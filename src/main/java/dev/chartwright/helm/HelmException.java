package dev.chartwright.helm;

/** Helm refused a chart; the message is Helm's own. */
public sealed class HelmException extends Exception permits HelmOverrun {
    private static final long serialVersionUID = 1L;

    HelmException(String message) {
        super(message);
    }
}
