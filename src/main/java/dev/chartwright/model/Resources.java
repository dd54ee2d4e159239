package dev.chartwright.model;

/** What a container asks for and what it may use at most. */
public record Resources(Quantities requests, Quantities limits) {
    public boolean isSet() {
        return requests.isSet() || limits.isSet();
    }
}
