package dev.chartwright.oci;

import java.util.Optional;

/** Where logins are found. */
@FunctionalInterface
public interface Credentials {
    /**
     * The login to a registry.
     *
     * @param registry host, with its port where that is written
     */
    Optional<Credential> find(String registry);
}
