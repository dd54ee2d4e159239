package dev.chartwright.model;

/** An exchange: object name, and name in the broker. */
public record Exchange(String name, String exchange, String type, String vhost, boolean durable, boolean autoDelete) {
    public Exchange {
        BrokerNames.refuseReserved("exchange", exchange);
    }
}
