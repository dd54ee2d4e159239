package dev.chartwright.credentials;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names under which a registry's login is kept. */
final class RegistryKeys {
    private static final String DOCKER_HUB = "https://index.docker.io/v1/";
    private static final List<String> DOCKER_HUB_HOSTS =
            List.of("docker.io", "index.docker.io", "registry-1.docker.io");

    private RegistryKeys() {}

    /** The name that helpers know. */
    static String server(String registry) {
        return isDockerHub(registry) ? DOCKER_HUB : registry;
    }

    /** Whether a key of a file means the registry: old files hold a scheme and a path too. */
    static boolean isKeyOf(String key, String registry) {
        return host(key).equals(host(registry)) || isDockerHub(host(key)) && isDockerHub(registry);
    }

    /** The key that Docker writes today, then the host alone, then the rest. */
    static Comparator<String> bestFirst(String registry) {
        List<String> best = List.of(server(registry), registry);
        return Comparator.<String>comparingInt(key -> best.contains(key) ? best.indexOf(key) : best.size())
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean isDockerHub(String registry) {
        return DOCKER_HUB_HOSTS.contains(registry.toLowerCase(Locale.ROOT));
    }

    private static String host(String key) {
        return key.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }
}
