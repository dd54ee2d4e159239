package dev.chartwright.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;

/** Clients and pushes of tests. */
final class Pushes {
    private Pushes() {}

    /** A client that knows the registry's login and authority. */
    static Registry client(DockerRegistry registry) {
        return new Registry(
                new RegistrySettings(false, registry.authority(), Map.of(), Limits.standard()), registry.credentials());
    }

    /** A client without a login, for a relay: that never answers a word of TLS. */
    static Registry client() {
        return new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());
    }

    static List<PublishedChart> push(Registry client, List<PackedChart> charts) {
        return publisher(client, false).publish(charts);
    }

    static List<PublishedChart> force(Registry client, List<PackedChart> charts) {
        return publisher(client, true).publish(charts);
    }

    private static ChartPublisher publisher(Registry client, boolean force) {
        return new ChartPublisher(client, new PushWatcher(bytes -> {}, bytes -> {}, chart -> {}, chart -> {}), force);
    }
}
