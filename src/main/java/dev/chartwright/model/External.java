package dev.chartwright.model;

import java.util.List;

/**
 * An ExternalSecret.
 *
 * @param store name of a SecretStore in the same namespace
 * @param refreshInterval Go duration
 * @param data keys of the Secret and where each comes from
 */
public record External(String store, String refreshInterval, List<ExternalKey> data) {
    public List<String> keys() {
        return data.stream().map(ExternalKey::name).toList();
    }
}
