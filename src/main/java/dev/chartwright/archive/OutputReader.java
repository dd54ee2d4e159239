package dev.chartwright.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;

/** Reads an environment's folder, and believes only what its checksums say. */
final class OutputReader {
    static final String SUMS = "SHA256SUMS";
    private final Path folder;
    private final String label;

    /**
     * Looks at a folder.
     *
     * @param label how messages name it
     */
    OutputReader(Path folder, String label) {
        this.folder = folder;
        this.label = label;
    }

    /** Every file of the folder, sorted by path, its checksums last checked. */
    List<OutputFile> read() {
        SortedMap<String, String> sums = sums();
        List<OutputFile> files = new ArrayList<>();
        sums.forEach((path, hex) -> files.add(file(path, hex)));
        files.add(new OutputFile(SUMS, content(SUMS)));
        return files.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
    }

    /** There is nothing to read. */
    ProblemsException notBuilt() {
        return problem(
                label,
                "not-built",
                "there is no build of it: the folder holds no " + SUMS,
                "a build that passed every check writes the folder whole",
                "run `mvn package`, or `java -jar target/chartwright.jar build`");
    }

    private SortedMap<String, String> sums() {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : new String(content(SUMS), StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split("  ", 2);
            if (parts.length < 2 || !FileTree.isInside(folder, parts[1])) {
                throw changed(SUMS, "holds the line " + Quote.of(line));
            }
            sums.put(parts[1], parts[0]);
        }
        return sums;
    }

    private OutputFile file(String path, String hex) {
        if (!isFile(path)) {
            throw changed(path, "is missing");
        }
        byte[] content = content(path);
        if (!Digest.of(content).hex().equals(hex)) {
            throw changed(path, "is not what was built");
        }
        return new OutputFile(path, content);
    }

    private boolean isFile(String path) {
        return Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private byte[] content(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + label + "/" + path, unreadable);
        }
    }

    private ProblemsException changed(String path, String what) {
        return problem(
                label + "/" + path,
                "changed-output",
                "the file " + what,
                SUMS + " beside it lists what the build wrote, with digests",
                "build again: run `mvn package`, or `java -jar target/chartwright.jar build`");
    }

    private static ProblemsException problem(String file, String code, String... whatWhyAndFix) {
        return new ProblemsException(List.of(
                new Problem(Location.ofFile(file), code, whatWhyAndFix[0], whatWhyAndFix[1], whatWhyAndFix[2])));
    }
}
