package dev.chartwright.model;

import java.util.Optional;

/**
 * A container image.
 *
 * @param repository registry and path
 * @param tag never empty, never latest
 * @param digest {@code sha256:…}, pins the content when present
 * @param pullPolicy Always, IfNotPresent or Never
 */
public record Image(String repository, String tag, Optional<String> digest, String pullPolicy) {
    public Image {
        if (tag.equals("latest")) {
            throw new InvalidValueException(
                    "tag",
                    "latest-tag",
                    "image `" + repository + "` has the tag `latest`",
                    "`latest` is whatever was pushed last, so two installs of one chart can run different programs",
                    "name the version that was tested, for example `1.2.3`");
        }
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
