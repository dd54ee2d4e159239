package dev.chartwright.credentials;

import java.util.List;

/** Names under which a registry's login is kept. */
final class RegistryKeys {
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";
    private static final List<String> DOCKER_HUB_HOSTS =
            List.of("docker.io", "index.docker.io", "registry-1.docker.io");

    private RegistryKeys() {}

    /** The name that helpers know. */
    static String server(String registry) {
        return DOCKER_HUB_HOSTS.contains(registry) ? DOCKER_HUB : registry;
    }

    /** Whether a key of a file means the registry: old files hold a scheme and a path too. */
    static boolean isKeyOf(String key, String registry) {
        return key.equals(server(registry)) || host(key).equals(host(server(registry)));
    }

    private static String host(String key) {
        return key.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }
}
