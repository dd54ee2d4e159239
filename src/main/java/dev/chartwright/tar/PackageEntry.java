package dev.chartwright.tar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import dev.chartwright.chart.Digest;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An entry of a package as it is written, for those to whom the text of a file is not all.
 *
 * @param name with the chart's folder
 * @param header mode, owner and time in words
 * @param content digest of the bytes
 */
public record PackageEntry(String name, String header, Digest content) {
    /**
     * The entries of a package that {@link ChartTarReader} took, in their order.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static List<PackageEntry> read(byte[] archive) {
        List<PackageEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GZIPInputStream(new ByteArrayInputStream(archive)), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(of(entry, tar));
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("it was no package", broken);
        }
        return entries;
    }

    private static PackageEntry of(TarArchiveEntry entry, InputStream tar) throws IOException {
        String header = String.format(
                Locale.ROOT,
                "mode %o, owner %d:%d %s:%s, time %s",
                entry.getMode(),
                entry.getLongUserId(),
                entry.getLongGroupId(),
                entry.getUserName(),
                entry.getGroupName(),
                entry.getLastModifiedTime());
        return new PackageEntry(entry.getName(), header, Digest.of(tar.readAllBytes()));
    }
}
