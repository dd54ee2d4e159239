package dev.chartwright.publish;

import java.util.Optional;

import dev.chartwright.chart.Digest;

/**
 * A chart, and what its version holds before the push.
 *
 * @param chart the chart
 * @param there digest of what is there, if anything is
 */
record PlannedPush(PackedChart chart, Optional<Digest> there) {
    Outcome outcome() {
        if (VersionTags.isSame(chart, there)) {
            return Outcome.UNCHANGED;
        }
        return there.isEmpty() ? Outcome.PUSHED : Outcome.REPLACED;
    }

    /** Bytes that may have to be uploaded. */
    long bytes() {
        return outcome() == Outcome.UNCHANGED ? 0 : chart.size();
    }
}
