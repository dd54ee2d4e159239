package dev.chartwright.helm;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserCacheTest {
    private static UserCache cache(Map<String, String> variables, String system) {
        return new UserCache(variables, system, "/home/one");
    }

    @Test
    void isWhereXdgSaysBeforeAllElse() {
        Map<String, String> variables = Map.of("XDG_CACHE_HOME", "/fast", "LOCALAPPDATA", "/local");
        assertThat(cache(variables, "Linux").folder()).contains(Path.of("/fast"));
        assertThat(cache(variables, "Mac OS X").folder()).contains(Path.of("/fast"));
    }

    @Test
    void isWhereTheSystemKeepsIt() {
        assertThat(cache(Map.of(), "Linux").folder()).contains(Path.of("/home/one/.cache"));
        assertThat(cache(Map.of(), "Mac OS X").folder()).contains(Path.of("/home/one/Library/Caches"));
        assertThat(cache(Map.of("LOCALAPPDATA", "/local"), "Windows 11").folder())
                .contains(Path.of("/local"));
    }

    /** The specification says to ignore them. */
    @Test
    void isNoRelativeFolder() {
        assertThat(cache(Map.of("XDG_CACHE_HOME", "here"), "Linux").folder()).contains(Path.of("/home/one/.cache"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", ""), "Linux").folder()).contains(Path.of("/home/one/.cache"));
    }

    @Test
    void isNowhereWithoutAHome() {
        assertThat(new UserCache(Map.of(), "Linux", "?").folder()).isEmpty();
        assertThat(new UserCache(Map.of(), "Linux", "").folder()).isEmpty();
    }
}
