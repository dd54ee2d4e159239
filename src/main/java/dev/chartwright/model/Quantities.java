package dev.chartwright.model;

import java.util.Optional;

/** Kubernetes quantities by resource name. */
public record Quantities(Optional<String> cpu, Optional<String> memory, Optional<String> ephemeralStorage) {
    public boolean isSet() {
        return cpu.isPresent() || memory.isPresent() || ephemeralStorage.isPresent();
    }
}
