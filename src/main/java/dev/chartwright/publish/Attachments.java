package dev.chartwright.publish;

import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.oci.Reference;
import dev.chartwright.registry.Registry;

/**
 * Hangs documents on a chart (OCI image specification 1.1, "subject"), where scanners look for them.
 *
 * <p>A registry that keeps the list of what hangs on a manifest says so; for one that does not, the list is kept under
 * a tag.
 */
final class Attachments {
    private final Registry registry;
    private final ReferrersTag list;

    Attachments(Registry registry) {
        this.registry = registry;
        this.list = new ReferrersTag(registry);
    }

    /** Makes a document hang on a chart; what hangs there already is left alone. */
    void attach(PackedChart chart, OutputFile document) {
        Attachment attachment = Attachment.of(chart, document);
        Reference place = chart.reference().withDigest(attachment.descriptor().digest());
        if (registry.head(place).isPresent() && isListed(chart, attachment)) {
            return;
        }
        upload(chart.reference(), Attachment.EMPTY);
        upload(chart.reference(), document.content());
        if (!registry.put(place, OciJson.MANIFEST, attachment.manifest()).subjectTaken()) {
            list.add(chart, attachment);
        }
    }

    private boolean isListed(PackedChart chart, Attachment attachment) {
        return list.holds(chart, attachment)
                || registry.referrers(chart.reference(), chart.digest())
                        .flatMap(OciJson::read)
                        .filter(index -> ReferrersTag.holds(index, attachment))
                        .isPresent();
    }

    private void upload(Reference repository, byte[] content) {
        if (!registry.has(repository, Digest.of(content))) {
            registry.upload(repository, content, sent -> {});
        }
    }
}
