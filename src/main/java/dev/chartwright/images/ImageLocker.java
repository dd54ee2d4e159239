package dev.chartwright.images;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
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
            Map<PlacedImage, Future<Digest>> running = new LinkedHashMap<>();
            images.forEach(placed -> running.put(placed, threads.submit(() -> resolve(placed))));
            return results(running);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The digest is that of the bytes; what a registry tells of it without sending them, nobody can hold against it. */
    private Digest resolve(PlacedImage placed) {
        Reference tag = placed.image().pulled();
        return registry.fetch(tag)
                .map(manifest -> new ImageManifest(tag, manifest, registry).checked())
                .map(manifest -> manifest.descriptor().digest())
                .orElseThrow(() -> new OutsideException(new Problem(
                        placed.place(),
                        "unknown-image",
                        "the registry has no image `" + placed.image().tagged() + "`",
                        "the lock holds the digest of every tag that an environment names",
                        "correct the repository or the tag, or push the image first")));
    }

    private static SortedMap<String, Digest> results(Map<PlacedImage, Future<Digest>> running) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        List<Failure> failures = new ArrayList<>();
        running.forEach((placed, future) -> result(placed, future, failures)
                .ifPresent(digest -> digests.put(placed.image().tagged(), digest)));
        if (!failures.isEmpty()) {
            throw new OutsideException(Failure.told(failures));
        }
        return digests;
    }

    /** The digest, or nothing when there were problems, which are kept. */
    private static Optional<Digest> result(PlacedImage placed, Future<Digest> future, List<Failure> failures) {
        try {
            return Optional.of(future.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException failed) {
            problems(failed.getCause()).forEach(problem -> failures.add(new Failure(problem, placed)));
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
