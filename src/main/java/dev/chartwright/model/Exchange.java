package dev.chartwright.model;

import java.util.Optional;

/**
 * An exchange.
 *
 * @param name object name
 * @param exchange name in the broker
 * @param type how it routes
 * @param vhost virtual host
 * @param durable whether it survives a restart of the broker
 * @param autoDelete whether it goes with its last binding
 * @param unused why it stays although nothing of the platform uses it
 */
public record Exchange(
        String name,
        String exchange,
        String type,
        String vhost,
        boolean durable,
        boolean autoDelete,
        Optional<String> unused) {
    public Exchange {
        BrokerNames.refuseReserved("exchange", exchange);
    }
}
