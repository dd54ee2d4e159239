package dev.chartwright.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.registry.Registry;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.tar.PackageEntry;

/** Finds the first place at which two packages differ. */
final class ArchiveDifference {
    private static final int LARGEST_TAR = 100 * 1024 * 1024;

    private final byte[] published;
    private final byte[] built;
    private final String label;
    private final Registry registry;

    /**
     * Compares two packages.
     *
     * @param label how problems name them
     * @param registry where one is published
     */
    ArchiveDifference(byte[] published, byte[] built, String label, Registry registry) {
        this.published = published;
        this.built = built;
        this.label = label;
        this.registry = registry;
    }

    /** One clause: a file and a line, or what else is not the same. */
    String find() {
        Map<String, String> theirs = published();
        Map<String, String> ours = files(built, label);
        Shown shown = new Shown(registry, ours.toString());
        SortedSet<String> paths = new TreeSet<>(theirs.keySet());
        paths.addAll(ours.keySet());
        return paths.stream()
                .map(path -> file(path, theirs, ours, shown))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> wrapping(shown));
    }

    /** What is wrong with it is told in words of what is in it. */
    private Map<String, String> published() {
        try {
            return files(published, label);
        } catch (ProblemsException strange) {
            throw new ProblemsException(strange.problems().stream()
                    .map(problem -> new Problem(
                            problem.location(),
                            problem.code(),
                            registry.hide(problem.what(), problem.why() + " " + problem.fix()),
                            problem.why(),
                            problem.fix()))
                    .toList());
        }
    }

    private static Map<String, String> files(byte[] archive, String label) {
        Map<String, String> files = new TreeMap<>();
        for (ChartFile file : ChartTarReader.read(archive, label)) {
            files.put(file.path(), file.content());
        }
        return files;
    }

    private static Optional<String> file(
            String path, Map<String, String> theirs, Map<String, String> ours, Shown shown) {
        if (!theirs.containsKey(path)) {
            return Optional.of("lacks the file " + Quote.of(path));
        }
        if (!ours.containsKey(path)) {
            return Optional.of("has a file " + shown.quoted(path) + " that this checkout does not make");
        }
        return line(theirs.get(path).split("\n", -1), ours.get(path).split("\n", -1), shown)
                .map(difference -> "differs in " + Quote.of(path) + ", line " + difference);
    }

    private static Optional<String> line(String[] theirs, String[] ours, Shown shown) {
        return IntStream.range(0, Math.max(theirs.length, ours.length))
                .filter(index -> !at(index, theirs).equals(at(index, ours)))
                .boxed()
                .findFirst()
                .map(index -> (index + 1) + ": it "
                        + new Contrast(at(index, theirs), at(index, ours))
                                .stripped()
                                .words(shown));
    }

    private static Optional<String> at(int index, String[] lines) {
        return index < lines.length ? Optional.of(lines[index]) : Optional.empty();
    }

    /** The files are the same: only the archive around them is another. */
    private String wrapping(Shown shown) {
        if (!ArchiveTime.of(published, label).equals(ArchiveTime.of(built, label))) {
            return "carries the time " + ArchiveTime.of(published, label) + ", and this checkout gives it "
                    + ArchiveTime.of(built, label) + "; SOURCE_DATE_EPOCH="
                    + ArchiveTime.of(published, label).getEpochSecond() + " makes that one";
        }
        Digest theirs = Digest.of(tar(published));
        return theirs.equals(Digest.of(tar(built)))
                ? "is compressed otherwise; the tar inside is the same, " + theirs.value()
                : entry(PackageEntry.read(published), PackageEntry.read(built), shown)
                        .orElse("holds the same files in a tar that is written otherwise");
    }

    /** What the text of the files does not show. */
    private static Optional<String> entry(List<PackageEntry> theirs, List<PackageEntry> ours, Shown shown) {
        return IntStream.range(0, Math.min(theirs.size(), ours.size()))
                .filter(index -> !theirs.get(index).equals(ours.get(index)))
                .mapToObj(index -> entry(theirs.get(index), ours.get(index), shown))
                .findFirst();
    }

    private static String entry(PackageEntry theirs, PackageEntry ours, Shown shown) {
        if (!theirs.name().equals(ours.name())) {
            return "holds the same files otherwise: an entry's name "
                    + Contrast.of(theirs.name(), ours.name()).words(shown);
        }
        return theirs.content().equals(ours.content())
                ? "gives " + Quote.of(ours.name()) + " another header: it "
                        + Contrast.of(theirs.header(), ours.header()).words(shown)
                : "differs in " + Quote.of(ours.name()) + " by bytes that no editor shows: a byte order mark, or"
                        + " bytes that are no UTF-8";
    }

    private static byte[] tar(byte[] archive) {
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            return tar.readNBytes(LARGEST_TAR);
        } catch (IOException impossible) {
            throw new IllegalStateException("its files were read before", impossible);
        }
    }
}
