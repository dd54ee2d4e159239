package dev.chartwright.validate;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.model.Application;

/**
 * A host that an application is told in its configuration: a URL, or a host with dots, alone or with a port.
 *
 * @param owner who is told
 * @param place where
 * @param host the host
 * @param port the port; that of the URL's scheme where none is written, and empty where nobody says
 */
record WrittenAddress(Application owner, Place place, String host, Optional<Integer> port) {
    private static final Pattern URL = Pattern.compile(
            "(?<scheme>[a-z][-a-z0-9+.]*)://(?:[^/@\\s]*@)?(?<host>[A-Za-z0-9][-A-Za-z0-9.]*)(?::(?<port>[0-9]{1,5}))?(?:[/?#]\\S*)?");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?<host>[a-z0-9][-a-z0-9]*(?:\\.[a-z0-9][-a-z0-9]*)+):(?<port>[0-9]{1,5})");
    private static final Pattern SERVICE =
            Pattern.compile("(?<host>[-a-z0-9]+\\.[-a-z0-9]+\\.svc(?:\\.[-a-z0-9.]+)?)(?::(?<port>[0-9]{1,5}))?");
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("http", 80),
            Map.entry("ws", 80),
            Map.entry("https", 443),
            Map.entry("wss", 443),
            Map.entry("amqp", 5672),
            Map.entry("amqps", 5671),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mongodb", 27017));

    /** Addresses in ConfigMaps and plain variables of every application. */
    static Stream<WrittenAddress> of(Subject subject) {
        return subject.applications().flatMap(application -> of(subject, application));
    }

    private static Stream<WrittenAddress> of(Subject subject, Application application) {
        Place data = subject.place(application).then("data");
        Stream<Optional<WrittenAddress>> config = application.data().config().stream()
                .flatMap(map -> map.data().stream())
                .map(entry -> read(application, data.then("config", "data", entry.name()), entry.value()));
        Stream<Optional<WrittenAddress>> env = application.data().plainEnv().stream()
                .map(variable -> read(
                        application,
                        data.then("env", variable.name(), "value"),
                        variable.value().orElse("")));
        return Stream.concat(config, env).flatMap(Optional::stream);
    }

    static Optional<WrittenAddress> read(Application owner, Place place, String text) {
        return Stream.of(URL, HOST_AND_PORT, SERVICE)
                .map(pattern -> pattern.matcher(text.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> new WrittenAddress(owner, place, found.group("host"), port(found)));
    }

    private static Optional<Integer> port(Matcher found) {
        Optional<Integer> written = Optional.ofNullable(found.group("port")).map(Integer::valueOf);
        return written.isEmpty() && found.pattern() == URL
                ? Optional.ofNullable(PORTS.get(found.group("scheme")))
                : written;
    }
}
