package dev.chartwright.model;

/**
 * Names of PostgreSQL's objects.
 *
 * @param deployment Deployment
 * @param claim PersistentVolumeClaim
 * @param service Service for clients
 * @param credentials Secret of type basic-auth
 * @param dataDirectory PGDATA, below /var/lib/postgresql
 */
public record PostgresNames(
        String deployment, String claim, String service, String credentials, String dataDirectory) {}
