package dev.chartwright.helm;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a render may take, and that the next one is none the worse. */
class RenderLimitsIT {
    private static final RenderLimits SMALL =
            new RenderLimits(Duration.ofMinutes(1), Duration.ofSeconds(2), 512 << 20, 1 << 20);

    @TempDir
    private Path folder;

    private final HelmProcess helm = new HelmProcess(ProcessStart.here(), SMALL);

    @AfterEach
    void stop() {
        helm.stop();
    }

    @Test
    void endTheEndless() throws Exception {
        TinyChart endless = TinyChart.in(folder, "{{ range until 10000000 }}\n# {{ . }}\n{{ end }}\n");
        refuses(endless, Duration.ofSeconds(1), "1 s of computing");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refuseMemoryAtOnce() throws Exception {
        refuses(TinyChart.in(folder, "{{ repeat 2000000000 \"x\" | len }}\n"), SMALL.time(), "512 MiB of memory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refuseMemoryInSmallPieces() throws Exception {
        TinyChart pieces = TinyChart.in(folder, "{{ range until 10000 }}{{ repeat 1000000 \"x\" }}{{ end }}\n");
        refuses(pieces, SMALL.time(), "512 MiB of memory");
    }

    @Test
    void refuseLongText() throws Exception {
        TinyChart text = TinyChart.in(folder, "a: {{ repeat 2000000 \"x\" }}\n");
        refuses(text, SMALL.time(), "1 MiB of text");
    }

    @Test
    void areNotMetByOrdinaryCharts() throws Exception {
        assertThat(TinyChart.in(folder, "a: {{ repeat 1000 \"x\" }}\n").render(helm))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void areNotMetByAChartThatRendersNothing() throws Exception {
        assertThat(TinyChart.in(folder, "{{ if false }}a: 1{{ end }}\n").render(helm))
                .isBlank();
    }

    private void refuses(TinyChart chart, Duration time, String bound) throws Exception {
        assertThatThrownBy(() -> chart.render(helm, time))
                .isInstanceOfSatisfying(
                        HelmOverrun.class,
                        overrun -> assertThat(overrun.bound()).isEqualTo(bound));
        assertThat(TinyChart.in(folder, TinyChart.TEXT).render(helm)).endsWith(TinyChart.TEXT);
    }
}
