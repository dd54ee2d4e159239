package dev.chartwright.publish;

import java.util.stream.Stream;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.oci.Reference;
import dev.chartwright.registry.Registry;

/** Brings one chart into a registry: content first, what is attached to it next, its version last. */
final class ChartUpload {
    private final Registry registry;
    private final VersionTags tags;
    private final PushWatcher watcher;
    private final Attachments attachments;

    ChartUpload(Registry registry, VersionTags tags, PushWatcher watcher) {
        this.registry = registry;
        this.tags = tags;
        this.watcher = watcher;
        this.attachments = new Attachments(registry);
    }

    PublishedChart push(PlannedPush plan) {
        PackedChart chart = plan.chart();
        if (plan.outcome() == Outcome.UNCHANGED) {
            attach(chart);
        } else {
            content(plan);
            attach(chart);
            tags.write(chart);
        }
        PublishedChart published = new PublishedChart(chart, plan.outcome());
        watcher.done().accept(published);
        return published;
    }

    private void content(PlannedPush plan) {
        PackedChart chart = plan.chart();
        HelmArtifact artifact = chart.artifact();
        Stream.concat(Stream.of(artifact.config()), artifact.layers().stream()).forEach(blob -> upload(plan, blob));
        if (!chart.documents().isEmpty()) {
            // What hangs on a manifest has to find it; nobody sees it before the version names it.
            registry.put(
                    chart.reference().withDigest(chart.digest()),
                    OciJson.MANIFEST,
                    artifact.manifest().bytes());
        }
    }

    /** Where no version was, nothing of it is: to ask for each blob would take longer than to send it. */
    private void upload(PlannedPush plan, HelmArtifact.Content blob) {
        Reference repository = plan.chart().reference();
        if (plan.outcome() == Outcome.REPLACED
                && registry.has(repository, blob.descriptor().digest())) {
            watcher.sent().accept(blob.descriptor().size());
        } else {
            registry.upload(repository, blob.bytes(), watcher.sent());
        }
    }

    private void attach(PackedChart chart) {
        chart.documents().forEach(document -> attachments.attach(chart, document));
    }
}
