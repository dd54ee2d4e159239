package dev.chartwright.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Compares what Helm renders from two charts of a platform, with the same sample secrets. */
final class UpgradeCheck {
    private final HelmEngine helm = new HelmEngine(HelmRender.OLDEST_KUBERNETES);

    Upgrade check(Subject subject, Chart before, Chart after, Supplier<TracedChart> traced) {
        if (before.allFiles().equals(after.allFiles())) {
            return new Upgrade(before.version(), List.of(), List.of(), false);
        }
        boolean kept = before.version().equals(after.version());
        List<Problem> problems = compare(subject, before, after, traced);
        return new Upgrade(before.version(), problems, DefinitionChanges.between(before, after), kept);
    }

    private List<Problem> compare(Subject subject, Chart before, Chart after, Supplier<TracedChart> traced) {
        String namespace = HelmRender.namespace(subject.platform());
        String secrets = SampleSecrets.of(subject.platform());
        try (TemporaryCharts folder = new TemporaryCharts()) {
            String old = helm.template(folder.pack(before), namespace, folder.values(SampleSecrets.blanks(before)));
            String now = helm.template(folder.pack(after), namespace, folder.values(secrets));
            List<Problem> problems = ObjectChanges.between(subject.platform(), objects(old), objects(now))
                    .sorted()
                    .toList();
            return problems.isEmpty()
                    ? problems
                    : lines(now, subject, traced.get(), folder).tell(problems);
        } catch (HelmException refused) {
            return List.of(unread(before, "Helm does not render it: " + HelmRender.words(refused)));
        } catch (ProblemsException unreadable) {
            Problem first = unreadable.problems().get(0);
            return List.of(unread(before, first.location() + ": " + first.what()));
        } catch (IOException | UncheckedIOException unusable) {
            throw new OutsideException(
                    "cannot write the chart to the temporary folder: " + unusable.getMessage(), unusable);
        }
    }

    /** What Helm printed of the new chart, by the templates that made it. */
    private RenderedLines lines(String now, Subject subject, TracedChart traced, TemporaryCharts folder)
            throws IOException {
        Map<String, List<String>> texts = RenderedObjects.parse(now).texts();
        try {
            Path secrets = folder.values(SampleSecrets.of(subject.platform()));
            String marked =
                    helm.template(folder.pack(traced.chart()), HelmRender.namespace(subject.platform()), secrets);
            return new RenderedLines(texts, RenderedObjects.parse(marked).texts(), traced.lines(), subject.origins());
        } catch (HelmException marksInTheWay) {
            return new RenderedLines(texts, Map.of(), List.of(), subject.origins());
        }
    }

    /** Hooks are left out: Helm makes them anew. */
    private static List<RenderedObject> objects(String text) {
        RenderedObjects read = RenderedObjects.parse(text);
        if (!read.problems().isEmpty()) {
            throw new ProblemsException(read.problems());
        }
        return read.objects().stream().filter(object -> !object.isHook()).toList();
    }

    private static Problem unread(Chart before, String reason) {
        return new Problem(
                Location.ofFile(before.archiveName()),
                "previous-render",
                "the previous package cannot be compared: " + reason,
                "both packages are rendered by Helm with sample secrets, and their objects compared",
                "name a package that an earlier build made and checked, or leave out `--previous`");
    }
}
