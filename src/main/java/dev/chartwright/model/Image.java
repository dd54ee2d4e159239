package dev.chartwright.model;

import java.util.Locale;
import java.util.Optional;

import dev.chartwright.oci.InvalidReferenceException;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Quote;

/**
 * A container image.
 *
 * @param repository registry and path
 * @param tag never empty, never latest
 * @param digest {@code sha256:…}, pins the content when present
 * @param pullPolicy Always, IfNotPresent or Never
 */
public record Image(String repository, String tag, Optional<String> digest, String pullPolicy) {
    private static final String DOCKER_HUB = "docker.io";
    private static final String OFFICIAL = "library/";

    public Image {
        if (tag.equals("latest")) {
            throw new InvalidValueException(
                    "tag",
                    "latest-tag",
                    "image `" + repository + "` has the tag `latest`",
                    "`latest` is whatever was pushed last, so two installs of one chart can run different programs",
                    "name the version that was tested, for example `1.2.3`");
        }
        pulled(repository, tag);
    }

    /** Where a node pulls it from: {@code busybox} is {@code docker.io/library/busybox}. */
    public Reference pulled() {
        return pulled(repository, tag);
    }

    private static Reference pulled(String repository, String tag) {
        try {
            return Reference.parse(full(repository) + ":" + tag);
        } catch (InvalidReferenceException refused) {
            throw new InvalidValueException(
                    "repository",
                    "image-name",
                    "no registry can have the image " + Quote.of(repository + ":" + tag) + ": " + refused.getMessage(),
                    refused.why(),
                    "write a repository as `<host>/<path>`, with `:<port>` behind the host where it needs one");
        }
    }

    /** A first part is a host where no path could have it (distribution/reference, "ParseNormalizedNamed"). */
    private static String full(String repository) {
        int slash = repository.indexOf('/');
        String first = repository.substring(0, Math.max(slash, 0));
        boolean hasHost = first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
        String host = hasHost ? first : DOCKER_HUB;
        String path = hasHost ? repository.substring(slash + 1) : repository;
        boolean official = host.equals(DOCKER_HUB) && !path.contains("/");
        return host + "/" + (official ? OFFICIAL : "") + path;
    }

    /** {@code repository:tag}: what a person calls it. */
    public String tagged() {
        return repository + ":" + tag;
    }

    /** The same with its content pinned. */
    public Image withDigest(String pinned) {
        return new Image(repository, tag, Optional.of(pinned), pullPolicy);
    }

    /** What a pod spec says: {@code repository:tag} or {@code repository:tag@digest}. */
    public String reference() {
        return tagged() + digest.map(value -> "@" + value).orElse("");
    }
}
