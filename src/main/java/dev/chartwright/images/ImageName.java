package dev.chartwright.images;

import dev.chartwright.model.Image;
import dev.chartwright.oci.InvalidReferenceException;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;

/** Names of images as container runtimes read them. */
final class ImageName {
    private static final String DOCKER_HUB = "docker.io";
    private static final String OFFICIAL = "library/";

    private ImageName() {}

    /** Where a node pulls an image from: {@code busybox} is {@code docker.io/library/busybox}. */
    static Reference reference(Image image) {
        try {
            return Reference.parse(full(image.repository()) + ":" + image.tag());
        } catch (InvalidReferenceException refused) {
            throw new OutsideException(new Problem(
                    Location.ofFile(image.tagged()),
                    "image-name",
                    String.valueOf(refused.getMessage()),
                    refused.why(),
                    "correct the image in the values"));
        }
    }

    private static String full(String repository) {
        int slash = repository.indexOf('/');
        String first = repository.substring(0, Math.max(slash, 0));
        boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        String host = hasHost ? first : DOCKER_HUB;
        String path = hasHost ? repository.substring(slash + 1) : repository;
        boolean official = host.equals(DOCKER_HUB) && !path.contains("/");
        return host + "/" + (official ? OFFICIAL : "") + path;
    }
}
