package dev.chartwright.oci;

import java.util.Optional;

/** Where logins to registries come from. */
@FunctionalInterface
public interface Credentials {
    /**
     * The login to a registry.
     *
     * @param registry host, with its port where that is written
     */
    Optional<Credential> find(String registry);

    /** Where it is looked for, for messages. */
    default String places() {
        return "what this client was given";
    }

    /** What somebody without a login, or with a wrong one, can do. */
    default String advice(String registry) {
        return "run `helm registry login " + registry + "`";
    }
}
