package dev.chartwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an application is given.
 *
 * @param config a ConfigMap whose entries become environment variables
 * @param env environment variables
 * @param envFrom names of secrets whose every key becomes an environment variable
 * @param secrets secrets in the application's namespace
 * @param secretStores stores that external secrets come from
 * @param volumes mounted volumes
 * @param imagePullSecrets names of existing Secrets for private registries
 */
public record Data(
        Optional<Config> config,
        List<EnvVar> env,
        List<String> envFrom,
        List<Secret> secrets,
        List<SecretStore> secretStores,
        List<Volume> volumes,
        List<String> imagePullSecrets) {
    public Data {
        Set<String> paths = new HashSet<>();
        for (Volume volume : volumes) {
            if (!paths.add(volume.mountPath())) {
                throw new InvalidValueException(
                        "volumes." + volume.name() + ".mountPath",
                        "duplicate-mount",
                        "volume `" + volume.name() + "` is mounted at `" + volume.mountPath()
                                + "`, and so is a volume before it",
                        "the API server refuses a container with two mounts at one path",
                        "write another path, or remove one of the volumes");
            }
        }
        for (Secret secret : secrets) {
            if (secret.reflected().isPresent() && envFrom.contains(secret.name())) {
                throw new InvalidValueException(
                        "envFrom." + envFrom.indexOf(secret.name()),
                        "reflected-env-from",
                        "reflected secret `" + secret.name() + "` stands in `envFrom`",
                        "a mirror exists before the reflector fills it, and a pod with `envFrom` starts without the"
                                + " variables instead of waiting",
                        "name each variable under `env` with `secret` and `key`");
            }
        }
    }

    /** Environment variables with a plain value. */
    public List<EnvVar> plainEnv() {
        return env.stream().filter(variable -> variable.value().isPresent()).toList();
    }

    /** Environment variables that are read from a Secret. */
    public List<EnvVar> secretEnv() {
        return env.stream().filter(variable -> variable.secret().isPresent()).toList();
    }

    public boolean hasPlainEnv() {
        return !plainEnv().isEmpty();
    }

    public boolean hasSecretEnv() {
        return !secretEnv().isEmpty();
    }

    public boolean hasEnvFrom() {
        return config.isPresent() || !envFrom.isEmpty();
    }

    public boolean hasVolumes() {
        return !volumes.isEmpty();
    }

    public boolean hasClaims() {
        return volumes.stream().anyMatch(volume -> volume.claim().isPresent());
    }

    public boolean hasImagePullSecrets() {
        return !imagePullSecrets.isEmpty();
    }
}
