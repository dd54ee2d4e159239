package dev.chartwright.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Registry;

/**
 * The tags of versions, which keep their meaning unless somebody forces it.
 *
 * <p>No registry offers "write only if nothing is there". So a tag is looked at right before it is written, and read
 * again when whoever looked before that write has written too: of two who push at once, the one that was overwritten
 * finds the other's digest.
 */
final class VersionTags {
    private static final long PATIENCE = 3;
    private final Registry registry;
    private final boolean force;
    private final Map<Reference, Long> due = new ConcurrentHashMap<>();
    private final long begun = System.nanoTime();

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
        }
        long end = System.nanoTime();
        due.put(chart.reference(), end + PATIENCE * (end - start));
    }

    /** Those whose versions were written, in the order in which it is time to read them again. */
    List<PackedChart> inOrderOfTime(List<PackedChart> written) {
        return written.stream()
                .sorted(Comparator.comparing(chart -> due.get(chart.reference()) - begun))
                .toList();
    }

    /** What is wrong where the version points elsewhere, after others had a few times as long to write as it took here. */
    Optional<Problem> readAgain(PackedChart chart) {
        await(due.get(chart.reference()));
        Optional<Digest> there = digest(chart);
        return isSame(chart, there) ? Optional.empty() : Optional.of(overwritten(chart, there));
    }

    private static Problem overwritten(PackedChart chart, Optional<Digest> there) {
        return new Problem(
                Location.ofFile(chart.reference().toString()),
                "pushed-meanwhile",
                there.map(other -> "somebody else pushed this version at the same moment: it is now " + other.value()
                                + ", not " + chart.digest().value())
                        .orElse("somebody else removed this version right after it was pushed"),
                "a registry keeps what is written last, so the tag is read again after each write",
                "agree who pushes this version; if it shall be yours, push again with `--force`");
    }

    private static void await(long time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        }
    }

    static boolean isSame(PackedChart chart, Optional<Digest> there) {
        return there.equals(Optional.of(chart.digest()));
    }

    private Optional<Digest> digest(PackedChart chart) {
        return registry.head(chart.reference()).map(Descriptor::digest);
    }

    /** Also of one that was removed between two questions. */
    private static OutsideException untrue(PackedChart chart) {
        return new OutsideException(new Problem(
                Location.ofFile(chart.reference().toString()),
                "registry-answer",
                "the registry names a manifest under this version, and does not have it",
                "a registry answers as the distribution specification says",
                "push again; if it stays so, look whether the host serves a registry, and whether a proxy changes its"
                        + " answers"));
    }

    private ProblemsException taken(PackedChart chart, Digest there) {
        Difference difference = registry.fetch(chart.reference().withDigest(there))
                .map(found -> Difference.between(
                        found.content(), chart.artifact().manifest().bytes()))
                .orElseThrow(() -> untrue(chart));
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(chart.reference().toString()),
                difference.code(),
                difference.words() + ": there is " + there.value() + ", here "
                        + chart.digest().value(),
                "a version that was published once means the same bytes for ever",
                difference.fix(chart.environment()))));
    }
}
