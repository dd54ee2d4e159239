package dev.chartwright.helm;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a user's programs keep what they can make again.
 *
 * @param variables the environment
 * @param system the system's name
 * @param home the user's home folder
 */
record UserCache(Map<String, String> variables, String system, String home) {
    static UserCache here() {
        return new UserCache(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home", ""));
    }

    /** The folder, where the system and the user have one; whether it can be written is not looked at. */
    Optional<Path> folder() {
        return Stream.of(
                        variable("XDG_CACHE_HOME"),
                        isCalled("mac") ? below("Library", "Caches") : Optional.<Path>empty(),
                        isCalled("windows") ? variable("LOCALAPPDATA") : Optional.<Path>empty(),
                        below(".cache"))
                .flatMap(Optional::stream)
                .filter(Path::isAbsolute)
                .findFirst();
    }

    private boolean isCalled(String start) {
        return system.toLowerCase(Locale.ROOT).startsWith(start);
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    /** Java says {@code ?} when it knows no home. */
    private Optional<Path> below(String first, String... more) {
        return Optional.of(home)
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(text, first).resolve(Path.of("", more)));
    }
}
