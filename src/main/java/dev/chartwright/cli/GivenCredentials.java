package dev.chartwright.cli;

import java.util.Optional;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;

/**
 * The login of a command line, for one registry alone, before those that are configured.
 *
 * @param host the registry
 * @param given its login, where one was given
 * @param configured those of everybody else
 */
record GivenCredentials(String host, Optional<Credential> given, Credentials configured) implements Credentials {
    @Override
    public Optional<Credential> find(String registry) {
        return given.filter(login -> registry.equals(host)).or(() -> configured.find(registry));
    }

    @Override
    public String places() {
        return configured.places();
    }

    @Override
    public String advice(String registry) {
        return configured.advice(registry) + ", or give `--username` and `--password-stdin`";
    }
}
