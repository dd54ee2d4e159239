package dev.chartwright.model;

/** A listener of a Gateway. */
public record GatewayReference(String name, String namespace, String section) {
    public boolean isTo(Gateway gateway, String home) {
        return name.equals(gateway.name()) && namespace.equals(home);
    }
}
