package dev.chartwright.model;

import java.util.Optional;

/**
 * How Kubernetes tells whether an application works.
 *
 * <p>Probes go to the first port: by HTTP where a path is named, else by TCP. An application without a port has none.
 *
 * @param path HTTP path that answers when the application works
 * @param startupSeconds how long a start may take, migrations included
 * @param periodSeconds seconds between two probes
 * @param timeoutSeconds seconds until an unanswered probe counts as failed
 * @param failureThreshold failures in a row that take a pod out of service
 */
public record Probes(
        Optional<String> path, int startupSeconds, int periodSeconds, int timeoutSeconds, int failureThreshold) {
    private static final int STARTUP_PERIOD_SECONDS = 5;

    public int startupPeriodSeconds() {
        return STARTUP_PERIOD_SECONDS;
    }

    public int startupFailureThreshold() {
        return (startupSeconds + STARTUP_PERIOD_SECONDS - 1) / STARTUP_PERIOD_SECONDS;
    }

    /** A container is restarted later than it is taken out of service. */
    public int livenessFailureThreshold() {
        return failureThreshold * 2;
    }
}
