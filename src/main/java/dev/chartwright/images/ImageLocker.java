package dev.chartwright.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.Image;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.Platform;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Registry;

/** Asks registries what the tags of a platform's images stand for. */
public final class ImageLocker {
    private static final int AT_ONCE = 4;
    private final Registry registry;

    public ImageLocker(Registry registry) {
        this.registry = registry;
    }

    /**
     * The lock of every image that has no digest of its own: that of the index, where there is one, so that nodes of
     * every architecture find theirs.
     *
     * @param platforms all environments, their images as written
     * @param before the lock that is there
     * @throws OutsideException with every image that could not be resolved
     */
    public LockUpdate lock(Collection<Platform> platforms, ImageLock before) {
        SortedMap<String, Image> images = new TreeMap<>();
        platforms.stream()
                .flatMap(platform -> ImageList.of(platform).stream())
                .filter(image -> image.digest().isEmpty())
                .forEach(image -> images.put(image.tagged(), image));
        return new LockUpdate(before, new ImageLock(resolve(images.values())));
    }

    private SortedMap<String, Digest> resolve(Collection<Image> images) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            SortedMap<String, Future<Digest>> running = new TreeMap<>();
            images.forEach(image -> running.put(image.tagged(), threads.submit(() -> resolve(image))));
            return results(running);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A registry need not tell the digest of what it does not send. */
    private Digest resolve(Image image) {
        Reference tag = ImageName.reference(image);
        return registry.head(tag)
                .or(() -> registry.fetch(tag).map(FetchedManifest::descriptor))
                .map(Descriptor::digest)
                .orElseThrow(() -> new OutsideException(new Problem(
                        Location.ofFile(tag.toString()),
                        "unknown-image",
                        "the registry has no image `" + image.tagged() + "`",
                        "the lock holds the digest of every tag that an environment names",
                        "correct the image in the values, or push it first")));
    }

    private static SortedMap<String, Digest> results(Map<String, Future<Digest>> running) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        running.forEach((image, future) -> result(future, problems).ifPresent(digest -> digests.put(image, digest)));
        if (!problems.isEmpty()) {
            throw new OutsideException(problems);
        }
        return digests;
    }

    /** The digest, or nothing when there were problems, which are kept. */
    private static Optional<Digest> result(Future<Digest> future, List<Problem> problems) {
        try {
            return Optional.of(future.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException failed) {
            problems.addAll(problems(failed.getCause()));
            return Optional.empty();
        }
    }

    private static List<Problem> problems(Throwable failure) {
        if (failure instanceof OutsideException outside && !outside.problems().isEmpty()) {
            return outside.problems();
        }
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw new BugException("a call of a registry ended in an error", failure);
    }
}
