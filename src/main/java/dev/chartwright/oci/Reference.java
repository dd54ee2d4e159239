package dev.chartwright.oci;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.chartwright.chart.Digest;

/**
 * A place in a registry: a repository, or one manifest in it. The grammar is that of the OCI distribution
 * specification, "Pulling manifests"; the scheme {@code oci://} is Helm's.
 *
 * @param registry host, with its port where that is written
 * @param repository path, lower case
 * @param tag name of a manifest
 * @param digest digest of a manifest; beside a tag it is what counts
 */
public record Reference(String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
    private static final String SCHEME = "oci://";
    private static final String HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    private static final String HOST = "(?:" + HOST_LABEL + "(?:\\." + HOST_LABEL + ")*|\\[[0-9a-fA-F:.]+\\])";
    private static final Pattern REGISTRY = Pattern.compile(HOST + "(?::[0-9]{1,5})?");
    private static final String SEGMENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern WHOLE = Pattern.compile("([^/]*)/([^@:]*)(?::([^@]*))?(?:@(.*))?", Pattern.DOTALL);
    private static final int LONGEST_REPOSITORY = 255;
    private static final int LARGEST_PORT = 65_535;
    private static final String SHAPE = "oci://<host>[:<port>]/<path>[:<tag>][@sha256:<digest>]";

    /**
     * Reads a reference, with or without {@code oci://}.
     *
     * @throws InvalidReferenceException when it is none
     */
    public static Reference parse(String text) {
        String bare = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        Matcher parts = WHOLE.matcher(bare);
        if (!parts.matches()) {
            throw refused("names no repository", "a reference is " + SHAPE);
        }
        Optional<String> tag = Optional.ofNullable(parts.group(3));
        Optional<String> digest = Optional.ofNullable(parts.group(4));
        checkRegistry(parts.group(1));
        checkRepository(parts.group(2));
        tag.ifPresent(Reference::checkTag);
        digest.ifPresent(Reference::checkDigest);
        return new Reference(parts.group(1), parts.group(2), tag, digest.map(Digest::new));
    }

    /** The manifest of this repository with that tag. */
    public Reference withTag(String other) {
        checkTag(other);
        return new Reference(registry, repository, Optional.of(other), Optional.empty());
    }

    /** The manifest of this repository with that digest. */
    public Reference withDigest(Digest other) {
        return new Reference(registry, repository, Optional.empty(), Optional.of(other));
    }

    /** The repository below this one. */
    public Reference child(String name) {
        String path = repository + "/" + name;
        checkRepository(path);
        return new Reference(registry, path, Optional.empty(), Optional.empty());
    }

    /** The last part of the path. */
    public String name() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /** As a person writes it, scheme included. */
    @Override
    public String toString() {
        return SCHEME + registry + "/" + repository
                + tag.map(name -> ":" + name).orElse("")
                + digest.map(value -> "@" + value.value()).orElse("");
    }

    private static void checkRegistry(String registry) {
        if (!REGISTRY.matcher(registry).matches()) {
            throw refused("has no host before its first `/`", "a reference is " + SHAPE);
        }
        int port = registry.endsWith("]") ? -1 : registry.lastIndexOf(':');
        if (port >= 0 && Integer.parseInt(registry.substring(port + 1)) > LARGEST_PORT) {
            throw refused("has a port above " + LARGEST_PORT, "TCP ports have 16 bits");
        }
    }

    private static void checkRepository(String repository) {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw refused(
                    "has a path that no registry takes",
                    "parts of a path are lower case letters and digits, with `.`, `_`, `__` or `-` between them");
        }
        if (repository.length() > LONGEST_REPOSITORY) {
            throw refused("has a path of " + repository.length() + " characters", "registries take at most 255");
        }
    }

    private static void checkTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw refused(
                    "has a tag that no registry takes",
                    "a tag is at most 128 letters, digits, `_`, `.` and `-`, and begins with none of the last two");
        }
    }

    private static void checkDigest(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw refused("has no SHA-256 digest after `@`", "a digest is `sha256:` and 64 lower case hex digits");
        }
    }

    private static InvalidReferenceException refused(String what, String why) {
        return new InvalidReferenceException(
                "the reference " + what, why, "write for example oci://ghcr.io/acme/charts/shop:1.2.3");
    }
}
