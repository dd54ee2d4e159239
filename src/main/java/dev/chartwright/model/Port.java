package dev.chartwright.model;

import java.util.Optional;

/**
 * A port of a container.
 *
 * @param name port name, unique in the container
 * @param port number the container listens on
 * @param servicePort number the Service offers, the same when not named
 */
public record Port(String name, int port, Optional<Integer> servicePort) {
    public int offered() {
        return servicePort.orElse(port);
    }
}
