package dev.chartwright.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Registry;

/**
 * The tags of versions, which keep their meaning unless somebody forces it.
 *
 * <p>No registry offers "write only if nothing is there". So a tag is looked at right before it is written, read again
 * right after, and once more when whoever looked before that write has written too: of two who push at once, the one
 * that was overwritten finds the other's digest.
 */
final class VersionTags {
    private static final long PATIENCE = 3;
    private final Registry registry;
    private final boolean force;
    private final AtomicLong longestWrite = new AtomicLong();

    /**
     * Tags in one registry.
     *
     * @param force whether other content is replaced
     */
    VersionTags(Registry registry, boolean force) {
        this.registry = registry;
        this.force = force;
    }

    /** What stands under a chart's version; something else is refused, unless it may be replaced. */
    Optional<Digest> look(PackedChart chart) {
        Optional<Digest> there = digest(chart);
        if (!force && there.isPresent() && !isSame(chart, there)) {
            throw taken(chart, there.get());
        }
        return there;
    }

    /** Makes a chart's version point to it. */
    void write(PackedChart chart) {
        long start = System.nanoTime();
        if (!isSame(chart, look(chart))) {
            registry.put(
                    chart.reference(),
                    OciJson.MANIFEST,
                    chart.artifact().manifest().bytes());
            readAgain(chart);
        }
        longestWrite.accumulateAndGet(System.nanoTime() - start, Math::max);
    }

    /** Gives others, who saw no version either, the time to write theirs: a few times what it took here. */
    void awaitOthers() {
        try {
            Thread.sleep(Duration.ofNanos(PATIENCE * longestWrite.get()).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        }
    }

    /** The chart, whose version still points to it. */
    PackedChart readAgain(PackedChart chart) {
        Optional<Digest> there = digest(chart);
        if (!isSame(chart, there)) {
            throw new OutsideException(new Problem(
                    Location.ofFile(chart.reference().toString()),
                    "pushed-meanwhile",
                    "somebody else pushed this version at the same moment: it is now "
                            + there.map(Digest::value).orElse("gone") + ", not "
                            + chart.digest().value(),
                    "a registry keeps what is written last, so the tag is read again after each write",
                    "agree who pushes this version; if it shall be yours, push again with `--force`"));
        }
        return chart;
    }

    static boolean isSame(PackedChart chart, Optional<Digest> there) {
        return there.equals(Optional.of(chart.digest()));
    }

    private Optional<Digest> digest(PackedChart chart) {
        return registry.head(chart.reference()).map(Descriptor::digest);
    }

    private ProblemsException taken(PackedChart chart, Digest there) {
        Difference difference = registry.fetch(chart.reference().withDigest(there))
                .map(found -> Difference.between(
                        found.content(), chart.artifact().manifest().bytes()))
                .orElse(Difference.OTHER);
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(chart.reference().toString()),
                difference.code(),
                difference.words() + ": there is " + there.value() + ", here "
                        + chart.digest().value(),
                "a version that was published once means the same bytes for ever",
                difference.fix(chart.environment()))));
    }
}
