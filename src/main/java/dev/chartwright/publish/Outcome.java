package dev.chartwright.publish;

/** What a push did to a version. */
public enum Outcome {
    /** The version was not there; now it is. */
    PUSHED,
    /** The very same was there; nothing was uploaded. */
    UNCHANGED,
    /** Something else was there, and was replaced because that was asked for. */
    REPLACED
}
