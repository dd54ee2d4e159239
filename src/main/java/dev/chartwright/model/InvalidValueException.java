package dev.chartwright.model;

/**
 * Thrown by a record of the model that refuses one of its values.
 *
 * <p>The loader turns it into a problem at the place the value was written; it never reaches a user as an exception.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private final String component;
    private final String code;
    private final String why;
    private final String fix;

    /**
     * Names what is wrong with one component of a record.
     *
     * @param component name of the refused record component, a path with dots when it lies deeper
     * @param code problem code, kebab case
     * @param what one sentence
     * @param why the rule that is broken
     * @param fix one action that mends it
     */
    public InvalidValueException(String component, String code, String what, String why, String fix) {
        super(what);
        this.component = component;
        this.code = code;
        this.why = why;
        this.fix = fix;
    }

    public String component() {
        return component;
    }

    public String code() {
        return code;
    }

    public String why() {
        return why;
    }

    public String fix() {
        return fix;
    }
}
