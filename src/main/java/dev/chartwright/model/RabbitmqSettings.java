package dev.chartwright.model;

import java.util.List;

/**
 * Settings of a RabbitMQ node.
 *
 * @param additionalPlugins plugins beyond the operator's own
 * @param additionalConfig lines of rabbitmq.conf
 * @param serviceAnnotations annotations of the client Service
 */
public record RabbitmqSettings(
        List<String> additionalPlugins, List<String> additionalConfig, List<Entry> serviceAnnotations) {
    public boolean hasServiceAnnotations() {
        return !serviceAnnotations.isEmpty();
    }

    public boolean hasPlugins() {
        return !additionalPlugins.isEmpty();
    }

    /** The lines as one text; empty when there are none. */
    public String configText() {
        return String.join("\n", additionalConfig);
    }

    public boolean hasBrokerSettings() {
        return hasPlugins() || !additionalConfig.isEmpty();
    }
}
