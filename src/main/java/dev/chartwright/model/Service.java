package dev.chartwright.model;

import java.util.List;

/** A Service in front of every port of an application. */
public record Service(String name, String type, List<Entry> annotations) {
    public boolean hasAnnotations() {
        return !annotations.isEmpty();
    }
}
