package dev.chartwright.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.Image;
import dev.chartwright.model.PlacedImage;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;

/** Gives each image of a document the digest that the lock has for its tag. */
final class ImagePins {
    private final LockedImages images;
    private final Origins origins;
    private final Set<String> unlocked = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<PlacedImage> placed = new ArrayList<>();

    /**
     * Pins the images of one document.
     *
     * @param images the lock
     * @param origins where each value of the document was written
     */
    ImagePins(LockedImages images, Origins origins) {
        this.images = images;
        this.origins = origins;
    }

    /** Images that are in no lock, or in the lock with another digest. */
    List<Problem> problems() {
        return problems;
    }

    /** All that were pinned, with their places. */
    List<PlacedImage> placed() {
        return List.copyOf(placed);
    }

    /** The image with its digest; as it is when nothing is locked. */
    Image pin(Image image, String pointer) {
        Image pinned = images.lock().isEmpty() ? image : locked(image, pointer);
        placed.add(new PlacedImage(pinned, origins.value(pointer + "/tag")));
        return pinned;
    }

    private Image locked(Image image, String pointer) {
        Optional<String> locked =
                images.lock().flatMap(lock -> lock.find(image)).map(Digest::value);
        if (image.digest().isEmpty() && locked.isEmpty()) {
            unlocked(image, pointer);
        }
        if (image.digest().isPresent() && locked.isPresent() && !image.digest().equals(locked)) {
            conflict(image, locked.get(), pointer);
        }
        return image.digest().or(() -> locked).map(image::withDigest).orElse(image);
    }

    /** Told for the first place of an image: one run of the command mends all of them. */
    private void unlocked(Image image, String pointer) {
        if (unlocked.add(image.tagged())) {
            problems.add(new Problem(
                    origins.value(pointer + "/tag"),
                    "unlocked-image",
                    "image `" + image.tagged() + "` is not in `" + images.file() + "`",
                    "where there is a lock, every image without a digest of its own takes its digest from it",
                    "run `java -jar target/chartwright.jar images lock`, and commit what it writes"));
        }
    }

    private void conflict(Image image, String locked, String pointer) {
        problems.add(new Problem(
                origins.value(pointer + "/digest"),
                "digest-conflict",
                "image `" + image.tagged() + "` has the digest `"
                        + image.digest().orElseThrow() + "` here, and `" + locked + "` in `" + images.file() + "`",
                "one tag stands for one content in all environments",
                "remove the line, so that the lock decides; or write the locked digest"));
    }
}
