package dev.chartwright.problem;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNamesTest {
    private static final List<String> ALLOWED = List.of("replicas", "resources", "probes", "pods", "args", "command");

    @Test
    void findsNamesAtDistanceOneBeforeTwo() {
        assertThat(NearestNames.of("replica", ALLOWED)).containsExactly("replicas");
        assertThat(NearestNames.of("prbos", ALLOWED)).containsExactly("probes");
    }

    @Test
    void countsSwappedNeighboursAsOneStep() {
        assertThat(NearestNames.of("agrs", List.of("args", "agar"))).containsExactly("args");
    }

    @Test
    void listsAtMostFiveAllowedNamesWhenNoneIsNear() {
        assertThat(NearestNames.advice("zzz", ALLOWED))
                .isEqualTo("write one of `args`, `command`, `pods`, `probes`, `replicas`, …");
        assertThat(NearestNames.advice("podz", ALLOWED)).isEqualTo("write `pods`");
    }
}
