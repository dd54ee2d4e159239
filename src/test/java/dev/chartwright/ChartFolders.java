package dev.chartwright;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Charts on disk, as Helm wants them. */
public final class ChartFolders {
    private ChartFolders() {}

    /** Writes a chart below a folder and gives its own folder. */
    public static Path write(Chart chart, Path folder) {
        Path root = folder.resolve(chart.name());
        chart.allFiles().forEach(file -> write(file, root));
        return root;
    }

    /** Files of a package by path, text as UTF-8. */
    public static SortedMap<String, String> unpack(InputStream packed) {
        SortedMap<String, String> files = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files of a chart by the path they have in its package. */
    public static SortedMap<String, String> expected(Chart chart) {
        SortedMap<String, String> files = new TreeMap<>();
        chart.allFiles().forEach(file -> files.put(chart.name() + "/" + file.path(), file.content()));
        return files;
    }

    private static void write(ChartFile file, Path root) {
        try {
            Path path = root.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
