package dev.chartwright.previous;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.chartwright.chart.Chart;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Where the packages of an earlier build are: one file, the folder of an environment, or the folder of all. */
public final class PreviousPackages {
    private final Optional<Path> place;

    private PreviousPackages(Optional<Path> place) {
        this.place = place;
    }

    /** There was no earlier build, or nobody asks about it. */
    public static PreviousPackages none() {
        return new PreviousPackages(Optional.empty());
    }

    /** The packages at a path. */
    public static PreviousPackages at(Path place) {
        return new PreviousPackages(Optional.of(place));
    }

    /**
     * The earlier chart of an environment, if there is one.
     *
     * @param environment its name
     * @param chart name of its umbrella chart
     */
    public Optional<Chart> find(String environment, String chart) {
        return place.flatMap(
                path -> Files.isDirectory(path) ? inFolder(path, environment, chart) : inFile(path, chart));
    }

    private static Optional<Chart> inFile(Path file, String chart) {
        if (!Files.isRegularFile(file)) {
            throw problem(
                    file,
                    "there is no file or folder of that name",
                    "an earlier package is a file `<chart>-<version>.tgz`, or lies in a folder",
                    "name the output folder of an earlier build, or a package of it");
        }
        return Optional.of(PackagedChart.read(file, label(file)))
                .filter(found -> found.name().equals(chart));
    }

    private static Optional<Chart> inFolder(Path folder, String environment, String chart) {
        List<Path> found = new ArrayList<>(packages(folder, chart));
        found.addAll(packages(folder.resolve(environment), chart));
        if (found.size() > 1) {
            throw problem(
                    folder,
                    "the folder holds " + found.size() + " packages of `" + chart + "`",
                    "an upgrade leads from one of them: "
                            + found.stream()
                                    .map(file -> "`" + label(file) + "`")
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    "name the package that is installed now");
        }
        return found.stream().findFirst().map(file -> PackagedChart.read(file, label(file)));
    }

    private static List<Path> packages(Path folder, String chart) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern name = Pattern.compile(Pattern.quote(chart) + "-\\d.*\\.tgz");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> name.matcher(file.getFileName().toString()).matches())) {
            files.forEach(found::add);
            return found;
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read the folder " + label(folder), unreadable);
        }
    }

    private static ProblemsException problem(Path path, String what, String why, String fix) {
        return new ProblemsException(
                List.of(new Problem(Location.ofFile(label(path)), "missing-previous", what, why, fix)));
    }

    private static String label(Path path) {
        return path.toString().replace('\\', '/');
    }
}
