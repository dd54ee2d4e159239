package dev.chartwright.registry;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;

/** How manifests are named in paths, and what answers say of them. */
final class ManifestName {
    /** An index first: it stands for every platform of an image. */
    static final String ACCEPTED = "application/vnd.oci.image.index.v1+json,"
            + "application/vnd.docker.distribution.manifest.list.v2+json,"
            + "application/vnd.oci.image.manifest.v1+json,"
            + "application/vnd.docker.distribution.manifest.v2+json";

    /** OCI's and Docker's types end so, whatever the artifact. */
    private static final Pattern TYPE = Pattern.compile("application/[^;\\s]{1,200}\\+(json|prettyjws)");

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String DEFAULT_TAG = "latest";

    private ManifestName() {}

    /** Below the repository; a digest decides where there is one. */
    static String tail(Reference reference) {
        String name = reference.digest().map(Digest::value).or(reference::tag).orElse(DEFAULT_TAG);
        return "/manifests/" + name;
    }

    /** What the registry says is the digest; nothing for other text. */
    static Optional<Digest> digest(Answer answer) {
        return answer.header("Docker-Content-Digest")
                .filter(text -> DIGEST.matcher(text).matches())
                .map(Digest::new);
    }

    /** Whether an answer calls itself a manifest; a page for people has another type. */
    static boolean isManifest(Answer answer) {
        return TYPE.matcher(type(answer)).matches();
    }

    private static String type(Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    static Descriptor descriptor(Answer answer, Digest digest, long size) {
        return new Descriptor(type(answer), digest, size);
    }
}
