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
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.PlacedImage;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.BugException;
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
     * @param named the images of all environments, as written
     * @param before the lock that is there
     * @throws OutsideException with every image that could not be resolved
     */
    public LockUpdate lock(Collection<PlacedImage> named, ImageLock before) {
        SortedMap<String, PlacedImage> images = new TreeMap<>();
        named.stream()
                .filter(placed -> placed.image().digest().isEmpty())
                .forEach(placed -> images.putIfAbsent(placed.image().tagged(), placed));
        return new LockUpdate(before, new ImageLock(resolve(images.values())));
    }

    private SortedMap<String, Digest> resolve(Collection<PlacedImage> images) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            SortedMap<String, Future<Digest>> running = new TreeMap<>();
            images.forEach(placed -> running.put(placed.image().tagged(), threads.submit(() -> resolve(placed))));
            return results(running);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A registry need not tell the digest of what it does not send. */
    private Digest resolve(PlacedImage placed) {
        Reference tag = placed.image().pulled();
        return digest(tag, placed)
                .orElseThrow(() -> new OutsideException(new Problem(
                        placed.place(),
                        "unknown-image",
                        "the registry has no image `" + placed.image().tagged() + "`",
                        "the lock holds the digest of every tag that an environment names",
                        "correct the repository or the tag, or push the image first")));
    }

    private Optional<Digest> digest(Reference tag, PlacedImage placed) {
        try {
            return registry.head(tag)
                    .or(() -> registry.fetch(tag).map(FetchedManifest::descriptor))
                    .map(Descriptor::digest);
        } catch (OutsideException failed) {
            throw failed.problems().isEmpty() ? failed : placed(failed, tag, placed);
        }
    }

    /** What is wrong with one image names its place; a file of logins is one mistake, whoever reads it. */
    private static OutsideException placed(OutsideException failed, Reference tag, PlacedImage placed) {
        return new OutsideException(failed.problems().stream()
                .map(problem -> problem.location().file().equals(tag.toString())
                        ? problem.and("the image is named at " + placed.place())
                        : problem)
                .toList());
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
