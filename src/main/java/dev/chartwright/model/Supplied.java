package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A Secret made from Helm values that are given at install.
 *
 * @param from the supplied Secret whose values it shares, instead of values of its own
 * @param data its keys
 */
public record Supplied(Optional<SecretReference> from, List<SuppliedKey> data) {
    public List<String> keyNames() {
        return data.stream().map(SuppliedKey::name).toList();
    }
}
