package dev.chartwright.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Quote;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;

/** Finds the first place at which two packages differ. */
final class ArchiveDifference {
    private static final int SHOWN_BEFORE = 15;
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
        for (int index = 0; index < Math.max(theirs.length, ours.length); index++) {
            String published = index < theirs.length ? theirs[index] : "";
            String built = index < ours.length ? ours[index] : "";
            if (index >= theirs.length || index >= ours.length || !published.equals(built)) {
                int from = excerpt(published.strip(), built.strip());
                return Optional.of("differs in " + Quote.of(path) + ", line " + (index + 1) + ": it is "
                        + quoted(published.strip(), from) + ", and this checkout makes "
                        + quoted(built.strip(), from));
            }
        }
        return Optional.empty();
    }

    /** Where to begin so that the first difference of two long lines is seen. */
    private static int excerpt(String published, String built) {
        int same = 0;
        while (same < Math.min(published.length(), built.length()) && published.charAt(same) == built.charAt(same)) {
            same++;
        }
        return same > SHOWN_BEFORE * 2 ? same - SHOWN_BEFORE : 0;
    }

    private static String quoted(String line, int from) {
        return Quote.of(from == 0 ? line : "…" + line.substring(from));
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
                : "holds the same files in a tar that is written otherwise";
    }

    private static byte[] tar(byte[] archive) {
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            return tar.readNBytes(LARGEST_TAR);
        } catch (IOException impossible) {
            throw new IllegalStateException("its files were read before", impossible);
        }
    }
}
