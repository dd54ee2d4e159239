package dev.chartwright.model;

import java.util.Optional;

/** Space that lives as long as the pod. */
public record EmptyDir(Optional<String> sizeLimit, Optional<String> medium) {
    public boolean isSet() {
        return sizeLimit.isPresent() || medium.isPresent();
    }
}
