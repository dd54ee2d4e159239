package dev.chartwright.model;

import java.util.List;

/**
 * A ConfigMap.
 *
 * @param name object name
 * @param data its entries
 */
public record Config(String name, List<Entry> data) {
    public boolean hasData() {
        return !data.isEmpty();
    }
}
