package dev.chartwright.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.oci.Reference;
import dev.chartwright.publish.Outcome;
import dev.chartwright.publish.PackedChart;
import dev.chartwright.publish.PublishedChart;
import dev.chartwright.publish.PushWatcher;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PushProgressTest {
    private static final String CLEAR = "\r\u001B[K";
    private final StringWriter out = new StringWriter();

    @Test
    void drawsABarOnATerminal() {
        PushProgress progress = progress(true, false);
        PushWatcher watcher = progress.watcher();
        watcher.begins().accept(2_000_000);
        watcher.sent().accept(1_000_000);

        assertThat(out)
                .hasToString(CLEAR + "[" + " ".repeat(30) + "]   0 %  0 of 2000 kB" + CLEAR + "[" + "#".repeat(15)
                        + " ".repeat(15) + "]  50 %  1000 of 2000 kB");
    }

    @Test
    void putsLinesAboveTheBarAndLeavesNoneBehind() {
        PushProgress progress = progress(true, false);
        progress.watcher().begins().accept(10);
        out.getBuffer().setLength(0);
        progress.watcher().done().accept(published());
        progress.clear();

        assertThat(out.toString())
                .startsWith(CLEAR + "trial: oci://localhost/charts/shop:1.0.0 replaced, sha256:")
                .contains(System.lineSeparator() + CLEAR + "[")
                .endsWith(CLEAR);
    }

    @Test
    void takesBackWhatIsSentAgain() {
        PushWatcher watcher = progress(true, false).watcher();
        watcher.begins().accept(100);
        watcher.sent().accept(80);
        watcher.sent().accept(-80);
        watcher.sent().accept(100);

        assertThat(out.toString()).contains("]  80 %", "]   0 %", "] 100 %").doesNotContain("180 %");
    }

    @Test
    void printsLinesAloneElsewhere() {
        PushProgress progress = progress(false, false);
        progress.watcher().begins().accept(100);
        progress.watcher().sent().accept(50);
        progress.watcher().done().accept(published());

        assertThat(out.toString().lines()).hasSize(1).noneMatch(line -> line.contains("\r"));
    }

    @Test
    void saysWhatBecameOfAPushThatDidNotEndWell() {
        PushProgress progress = progress(false, true);
        PushWatcher watcher = progress.watcher();
        assertThat(progress.outcome(3)).isEqualTo("nothing was pushed");
        watcher.done().accept(published());
        assertThat(progress.outcome(1)).isEqualTo("1 chart is there");
        assertThat(progress.outcome(2)).isEqualTo("1 chart is there; push again for the other one");
        watcher.done().accept(published());
        assertThat(progress.outcome(4)).isEqualTo("2 charts are there; push again for the other 2");
        watcher.lost().accept(published().chart());
        assertThat(progress.outcome(3))
                .isEqualTo("1 chart is there; 1 chart was overwritten; push again for the other one");
        watcher.lost().accept(published().chart());
        assertThat(progress.outcome(2)).isEqualTo("2 charts were overwritten");
    }

    @Test
    void isSilentWhenAsked() {
        PushProgress progress = progress(true, true);
        progress.watcher().begins().accept(100);
        progress.watcher().done().accept(published());
        progress.say("next");

        assertThat(out).hasToString("");
    }

    private PushProgress progress(boolean bar, boolean quiet) {
        return new PushProgress(new PrintWriter(out, true), bar, quiet);
    }

    private static PublishedChart published() {
        HelmArtifact artifact = HelmArtifact.of(
                JsonMapper.shared().createObjectNode().put("name", "shop").put("version", "1.0.0"),
                new byte[1],
                Instant.EPOCH);
        PackedChart chart = new PackedChart(
                "trial",
                Reference.parse("localhost/charts/shop:1.0.0"),
                true,
                false,
                artifact,
                Instant.EPOCH,
                List.of());
        return new PublishedChart(chart, Outcome.REPLACED);
    }
}
