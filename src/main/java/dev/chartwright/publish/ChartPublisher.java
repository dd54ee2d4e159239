package dev.chartwright.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.Registry;

/** Pushes charts; safe to repeat, and nothing stands under a version before it is complete. */
public final class ChartPublisher {
    private final PushWatcher watcher;
    private final VersionTags tags;
    private final ChartUpload upload;

    /**
     * A publisher to one registry.
     *
     * @param force whether a version that holds something else is replaced
     */
    public ChartPublisher(Registry registry, PushWatcher watcher, boolean force) {
        this.watcher = watcher;
        tags = new VersionTags(registry, force);
        upload = new ChartUpload(registry, tags, watcher);
    }

    /**
     * Pushes charts, four at a time.
     *
     * <p>Every version is looked at first: when one is refused, nothing is uploaded.
     */
    public List<PublishedChart> publish(List<PackedChart> packed) {
        List<PackedChart> charts = eachPlaceOnce(packed);
        try (Lanes lanes = new Lanes()) {
            List<PlannedPush> plans = lanes.each(charts, chart -> new PlannedPush(chart, tags.look(chart)));
            watcher.begins().accept(plans.stream().mapToLong(PlannedPush::bytes).sum());
            List<PublishedChart> published = lanes.each(plans, upload::push);
            lookAgain(published, lanes);
            return published;
        }
    }

    private void lookAgain(List<PublishedChart> published, Lanes lanes) {
        List<PackedChart> written = published.stream()
                .filter(chart -> chart.outcome() != Outcome.UNCHANGED)
                .map(PublishedChart::chart)
                .toList();
        List<Problem> overwritten = lanes.each(tags.inOrderOfTime(written), this::readAgain).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!overwritten.isEmpty()) {
            throw new OutsideException(overwritten);
        }
    }

    private Optional<Problem> readAgain(PackedChart chart) {
        Optional<Problem> overwritten = tags.readAgain(chart);
        overwritten.ifPresent(problem -> watcher.lost().accept(chart));
        return overwritten;
    }

    /** Two environments whose charts have one name and version would overwrite each other. */
    private static List<PackedChart> eachPlaceOnce(List<PackedChart> packed) {
        Map<Reference, PackedChart> places = new LinkedHashMap<>();
        for (PackedChart chart : packed) {
            PackedChart other = places.putIfAbsent(chart.reference(), chart);
            if (other != null && !other.digest().equals(chart.digest())) {
                throw samePlace(other, chart);
            }
        }
        return List.copyOf(places.values());
    }

    private static ProblemsException samePlace(PackedChart one, PackedChart other) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(one.reference().toString()),
                "same-place",
                one.environment() + " and " + other.environment() + " make two charts of one name and version",
                "a version holds one chart",
                "give one of them a different `environment.chart.name` or version, or push them to two paths")));
    }
}
