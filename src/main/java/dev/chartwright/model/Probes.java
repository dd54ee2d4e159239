package dev.chartwright.model;

import java.util.Optional;

/**
 * How Kubernetes tells whether an application works.
 *
 * <p>Probes go to the first port: by HTTP where a path is named, else by TCP. An application without a port has none. What
 * asks others before it answers tells whether requests should come, never whether the process is to be killed: a database
 * that is slow would end every pod that waits for it.
 *
 * @param path HTTP path that answers when requests may come
 * @param livenessPath HTTP path that answers while the process lives, and asks nobody
 * @param startupSeconds how long a start may take, migrations included
 * @param periodSeconds seconds between two probes
 * @param timeoutSeconds seconds until an unanswered probe counts as failed
 * @param failureThreshold failures in a row that take a pod out of service
 */
public record Probes(
        Optional<String> path,
        Optional<String> livenessPath,
        int startupSeconds,
        int periodSeconds,
        int timeoutSeconds,
        int failureThreshold) {
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
