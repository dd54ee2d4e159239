package dev.chartwright.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SemanticVersionTest {
    private static final List<String> ASCENDING = List.of(
            "0.0.1",
            "0.1.0",
            "1.0.0-0",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.0a",
            "1.0.0-rc-1",
            "1.0.0",
            "1.0.0+build.2",
            "1.0.10",
            "1.2.0",
            "1.10.0",
            "99999999999999999999.0.0");

    @Test
    void ordersAsSemverDoes() {
        List<SemanticVersion> versions = new ArrayList<>(ASCENDING.stream()
                .map(SemanticVersion::parse)
                .map(Optional::orElseThrow)
                .toList());
        Collections.shuffle(versions, new Random(1));
        Collections.sort(versions);

        assertThat(versions).extracting(SemanticVersion::toString).isEqualTo(ASCENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "v1.0.0",
                "01.0.0",
                "1.0.0-",
                "1.0.0+",
                "1.0.0 ",
                "1.0.0-a..b",
                "1.0.0-01",
                "1.0.0-a.00",
                "1.0.0/.."
            })
    void readsNothingElse(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }
}
