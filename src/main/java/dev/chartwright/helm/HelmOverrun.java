package dev.chartwright.helm;

/** Helm was stopped while it rendered a chart, which took more than a render may. */
public final class HelmOverrun extends HelmException {
    private static final long serialVersionUID = 1L;

    private final String bound;

    HelmOverrun(String bound) {
        super("a render takes more than " + bound);
        this.bound = bound;
    }

    /** What it takes more than, for example {@code 30 s}. */
    public String bound() {
        return bound;
    }
}
