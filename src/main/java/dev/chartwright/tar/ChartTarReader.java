package dev.chartwright.tar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a chart's package from anywhere as Helm does, with Helm's limits, and trusts nothing in it. */
public final class ChartTarReader {
    private static final long LARGEST_ARCHIVE = 100L * 1024 * 1024;
    private static final int LARGEST_FILE = 5 * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;

    /** Far longer than any path that people give; short enough for readers that follow folder by folder. */
    private static final int LONGEST_PATH = 1_000;

    private static final String MARK = "\uFEFF";

    private final String label;
    private final SortedMap<String, String> files = new TreeMap<>();
    private int entries;

    private ChartTarReader(String label) {
        this.label = label;
    }

    /**
     * The files of a package, without the folder that they all stand in, sorted by path.
     *
     * @param label how problems name the package
     * @throws ProblemsException when it is no package, or one that Helm would refuse
     */
    public static List<ChartFile> read(Path path, String label) {
        try (InputStream packed = Files.newInputStream(path)) {
            return new ChartTarReader(label).read(packed);
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + label, unreadable);
        }
    }

    /**
     * The files of a package in memory, as those of a file.
     *
     * @param label how problems name the package
     * @throws ProblemsException when it is no package, or one that Helm would refuse
     */
    public static List<ChartFile> read(byte[] archive, String label) {
        return new ChartTarReader(label).read(new ByteArrayInputStream(archive));
    }

    private List<ChartFile> read(InputStream packed) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new LimitedStream(new GZIPInputStream(packed), LARGEST_ARCHIVE), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                add(entry, tar);
            }
        } catch (LimitedStream.ExceededException tooLarge) {
            throw hostile("the package holds more than " + LARGEST_ARCHIVE + " bytes");
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable(String.valueOf(broken.getMessage()));
        }
        if (files.isEmpty()) {
            throw unreadable("it holds no file");
        }
        return files.entrySet().stream()
                .map(file -> new ChartFile(file.getKey(), file.getValue()))
                .toList();
    }

    private void add(TarArchiveEntry entry, InputStream tar) throws IOException {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw hostile("the package holds more than " + MOST_ENTRIES + " entries");
        }
        if (entry.getName().length() > LONGEST_PATH) {
            throw hostile("the path " + Quote.of(entry.getName()) + " has more than " + LONGEST_PATH + " characters");
        }
        String path = EntryPath.inside(entry.getName())
                .orElseThrow(() -> hostile("the path " + Quote.of(entry.getName()) + " leads out of the chart"));
        if (entry.isDirectory()) {
            return;
        }
        if (isSpecial(entry)) {
            throw hostile(Quote.of(entry.getName()) + " is a link or a device, and no plain file");
        }
        if (entry.getSize() > LARGEST_FILE) {
            throw hostile(Quote.of(entry.getName()) + " has more than " + LARGEST_FILE + " bytes");
        }
        if (files.putIfAbsent(path, text(tar.readAllBytes())) != null) {
            throw hostile(Quote.of(entry.getName()) + " stands in it twice");
        }
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isLink()
                || entry.isSymbolicLink()
                || entry.isBlockDevice()
                || entry.isCharacterDevice()
                || entry.isFIFO()
                || entry.isSparse();
    }

    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private ProblemsException hostile(String what) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "hostile-archive",
                what,
                "a package holds files below one folder, each once, of at most 5 MiB and 100 MiB together; Helm"
                        + " refuses others too",
                "name a package that chartwright or `helm package` made, and do not install this one")));
    }

    private ProblemsException unreadable(String reason) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "unreadable-archive",
                "the file is no chart package: " + reason,
                "a package is a tar archive, compressed with gzip, that holds one chart",
                "name a package that chartwright or `helm package` made; fetch it again if it was cut")));
    }
}
