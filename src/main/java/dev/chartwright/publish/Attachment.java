package dev.chartwright.publish;

import java.nio.charset.StandardCharsets;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.oci.Descriptor;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as an artifact of its own that names its subject.
 *
 * @param manifest its manifest
 */
record Attachment(byte[] manifest) {
    /** The config of what needs none. */
    static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    static final String BILL_OF_MATERIALS = "application/vnd.cyclonedx+json";
    private static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    private static final String TITLE = "org.opencontainers.image.title";
    private static final String CREATED = "org.opencontainers.image.created";

    static Attachment of(PackedChart chart, OutputFile document) {
        ObjectNode layer = OciJson.descriptor(Descriptor.of(BILL_OF_MATERIALS, document.content()));
        layer.putObject("annotations").put(TITLE, document.path());
        ObjectNode manifest = OciJson.document(OciJson.MANIFEST).put("artifactType", BILL_OF_MATERIALS);
        manifest.set("config", OciJson.descriptor(Descriptor.of(EMPTY_TYPE, EMPTY)));
        manifest.putArray("layers").add(layer);
        manifest.set("subject", OciJson.descriptor(chart.manifest()));
        manifest.putObject("annotations").put(CREATED, chart.created().toString());
        return new Attachment(OciJson.bytes(manifest));
    }

    Descriptor descriptor() {
        return Descriptor.of(OciJson.MANIFEST, manifest);
    }

    /** Its line in the list of what hangs on a manifest. */
    ObjectNode entry() {
        return OciJson.descriptor(descriptor()).put("artifactType", BILL_OF_MATERIALS);
    }
}
