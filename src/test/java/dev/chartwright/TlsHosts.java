package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.chartwright.distribution.TestKeys;
import dev.chartwright.distribution.TlsHost;

/**
 * The hosts of {@link CommandHosts} that no client should be content with.
 *
 * @param keys of all of them
 * @param hosts by the word of each
 */
record TlsHosts(TestKeys keys, Map<String, TlsHost> hosts) implements AutoCloseable {
    static TlsHosts start(Path folder) {
        try {
            TestKeys keys = TestKeys.in(Files.createDirectories(folder));
            return new TlsHosts(
                    keys,
                    Map.of(
                            "elsewhere", TlsHost.ofAnotherName(keys),
                            "past", TlsHost.ofThePast(keys),
                            "future", TlsHost.ofTheFuture(keys),
                            "version", TlsHost.ofAnotherVersion()));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    String place(String word) {
        try {
            return word.equals("vouching")
                    ? keys.authority().toString()
                    : hosts.get(word).host();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    String told(String text) {
        return hosts.values().stream()
                .map(TlsHost::host)
                .reduce(text, (words, host) -> words.replace(host, "registry.example"));
    }

    @Override
    public void close() throws IOException {
        for (TlsHost host : hosts.values()) {
            host.close();
        }
    }
}
