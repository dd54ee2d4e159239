package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * What an application talks to, in the words of the platform.
 *
 * @param rabbitmq messages it publishes and consumes
 * @param redis whether it uses the cache
 * @param database whether it uses the database
 * @param objectStorage buckets it uses
 * @param applications other applications it calls
 * @param outside hosts outside the cluster
 */
public record Needs(
        Optional<MessagingNeeds> rabbitmq,
        boolean redis,
        boolean database,
        List<String> objectStorage,
        List<String> applications,
        List<OutsideHost> outside) {}
