package dev.chartwright.tar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The time that a package of ours carries: all its entries have the same. */
public final class ArchiveTime {
    private static final long MOST_BYTES = 1024 * 1024;

    /** The largest number that fits the 11 octal digits of a tar header. */
    private static final Instant LATEST = Instant.ofEpochSecond(8_589_934_591L);

    private ArchiveTime() {}

    /**
     * The time of a package's first entry, in whole seconds.
     *
     * @param label how problems name the package
     * @throws ProblemsException when it is no package, or its time is none that a package can have
     */
    public static Instant of(byte[] archive, String label) {
        return first(archive, label)
                .map(entry -> entry.getLastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS))
                .filter(time -> !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST))
                .orElseThrow(() -> problem(label, "its first file has no time between 1970 and 2242"));
    }

    private static Optional<TarArchiveEntry> first(byte[] archive, String label) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new LimitedStream(new GZIPInputStream(new ByteArrayInputStream(archive)), MOST_BYTES),
                StandardCharsets.UTF_8.name())) {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException | IllegalArgumentException broken) {
            throw problem(label, String.valueOf(broken.getMessage()));
        }
    }

    private static ProblemsException problem(String label, String reason) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "unreadable-archive",
                "the file is no chart package: " + reason,
                "a package is a tar archive, compressed with gzip, that holds one chart",
                "name a package that chartwright or `helm package` made; fetch it again if it was cut")));
    }
}
