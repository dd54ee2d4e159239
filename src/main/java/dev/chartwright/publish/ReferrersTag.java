package dev.chartwright.publish;

import java.util.Optional;
import java.util.stream.StreamSupport;

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of what hangs on a manifest, kept under a tag made of its digest (OCI distribution specification 1.1,
 * "Referrers Tag Schema").
 */
final class ReferrersTag {
    private static final int ATTEMPTS = 5;
    private static final String LIST = "manifests";
    private final Registry registry;

    ReferrersTag(Registry registry) {
        this.registry = registry;
    }

    boolean holds(PackedChart chart, Attachment attachment) {
        return read(tag(chart)).filter(index -> holds(index, attachment)).isPresent();
    }

    /** Adds a line and keeps all others; whoever writes at the same moment may undo that, so it is read again. */
    void add(PackedChart chart, Attachment attachment) {
        Reference tag = tag(chart);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ObjectNode index = read(tag).orElseGet(() -> OciJson.document(OciJson.INDEX));
            if (holds(index, attachment)) {
                return;
            }
            index.withArray(LIST).add(attachment.entry());
            registry.put(tag, OciJson.INDEX, OciJson.bytes(index));
        }
        if (!holds(chart, attachment)) {
            throw new OutsideException(new Problem(
                    Location.ofFile(tag.toString()),
                    "referrers-lost",
                    "the list of what is attached to " + chart.reference() + " lost its new line " + ATTEMPTS
                            + " times",
                    "the registry keeps no such list by itself, so all who attach something write one tag",
                    "push again when nobody else attaches to this chart"));
        }
    }

    private Optional<ObjectNode> read(Reference tag) {
        return registry.fetch(tag).map(found -> index(tag, found));
    }

    private ObjectNode index(Reference tag, FetchedManifest found) {
        return OciJson.read(found.content())
                .filter(document -> document.path(LIST).isArray())
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new OutsideException(new Problem(
                        Location.ofFile(tag.toString()),
                        "no-index",
                        "the tag holds "
                                + Quote.of(registry.hide(found.descriptor().mediaType(), OciJson.INDEX))
                                + ", and no list of what is attached",
                        "OCI keeps that list, an image index, under a tag made of the chart's digest",
                        "remove this tag in the registry, then push again")));
    }

    static boolean holds(JsonNode index, Attachment attachment) {
        String digest = attachment.descriptor().digest().value();
        return StreamSupport.stream(index.path(LIST).spliterator(), false)
                .map(JsonNode.class::cast)
                .anyMatch(line -> line.path("digest").asString("").equals(digest));
    }

    private static Reference tag(PackedChart chart) {
        return chart.reference().withTag("sha256-" + chart.digest().hex());
    }
}
