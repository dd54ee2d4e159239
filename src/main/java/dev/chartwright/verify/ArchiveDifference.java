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
import dev.chartwright.problem.Quote;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.tar.PackageEntry;

/** Finds the first place at which two packages differ. */
final class ArchiveDifference {
    private static final int LARGEST_TAR = 100 * 1024 * 1024;

    private ArchiveDifference() {}

    /** One clause: a file and a line, or what else is not the same. */
    static String find(byte[] published, byte[] built, String label) {
        Map<String, String> theirs = files(published, label);
        Map<String, String> ours = files(built, label);
        SortedSet<String> paths = new TreeSet<>(theirs.keySet());
        paths.addAll(ours.keySet());
        return paths.stream()
                .map(path -> file(path, theirs, ours))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> wrapping(published, built, label));
    }

    private static Map<String, String> files(byte[] archive, String label) {
        Map<String, String> files = new TreeMap<>();
        for (ChartFile file : ChartTarReader.read(archive, label)) {
            files.put(file.path(), file.content());
        }
        return files;
    }

    private static Optional<String> file(String path, Map<String, String> theirs, Map<String, String> ours) {
        if (!theirs.containsKey(path)) {
            return Optional.of("lacks the file " + Quote.of(path));
        }
        if (!ours.containsKey(path)) {
            return Optional.of("has a file " + Quote.of(path) + " that this checkout does not make");
        }
        return line(path, theirs.get(path).split("\n", -1), ours.get(path).split("\n", -1));
    }

    private static Optional<String> line(String path, String[] theirs, String[] ours) {
        return IntStream.range(0, Math.max(theirs.length, ours.length))
                .filter(index -> !at(index, theirs).equals(at(index, ours)))
                .boxed()
                .findFirst()
                .map(index -> "differs in " + Quote.of(path) + ", line " + (index + 1) + ": it "
                        + new Contrast(at(index, theirs), at(index, ours))
                                .stripped()
                                .words());
    }

    private static Optional<String> at(int index, String[] lines) {
        return index < lines.length ? Optional.of(lines[index]) : Optional.empty();
    }

    /** The files are the same: only the archive around them is another. */
    private static String wrapping(byte[] published, byte[] built, String label) {
        if (!ArchiveTime.of(published, label).equals(ArchiveTime.of(built, label))) {
            return "carries the time " + ArchiveTime.of(published, label) + ", and this checkout gives it "
                    + ArchiveTime.of(built, label) + "; SOURCE_DATE_EPOCH="
                    + ArchiveTime.of(published, label).getEpochSecond() + " makes that one";
        }
        Digest theirs = Digest.of(tar(published));
        return theirs.equals(Digest.of(tar(built)))
                ? "is compressed otherwise; the tar inside is the same, " + theirs.value()
                : entry(PackageEntry.read(published), PackageEntry.read(built))
                        .orElse("holds the same files in a tar that is written otherwise");
    }

    /** What the text of the files does not show. */
    private static Optional<String> entry(List<PackageEntry> theirs, List<PackageEntry> ours) {
        return IntStream.range(0, Math.min(theirs.size(), ours.size()))
                .filter(index -> !theirs.get(index).equals(ours.get(index)))
                .mapToObj(index -> entry(theirs.get(index), ours.get(index)))
                .findFirst();
    }

    private static String entry(PackageEntry theirs, PackageEntry ours) {
        if (!theirs.name().equals(ours.name())) {
            return "holds the same files otherwise: an entry's name "
                    + Contrast.of(theirs.name(), ours.name()).words();
        }
        return theirs.content().equals(ours.content())
                ? "gives " + Quote.of(theirs.name()) + " another header: it "
                        + Contrast.of(theirs.header(), ours.header()).words()
                : "differs in " + Quote.of(theirs.name()) + " by bytes that no editor shows: a byte order mark, or"
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
