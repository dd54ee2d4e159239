package dev.chartwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;

/**
 * The folder with {@code base.yaml} and one file for each environment.
 *
 * @param path as the user named it, so that messages name files the same way
 */
record ValuesFolder(Path path) {
    private static final String EXTENSION = ".yaml";
    private static final String BASE = "base";

    /** Names of all environments, sorted; at least one. */
    List<String> environments() {
        List<String> names = names();
        if (names.isEmpty()) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(label(path)),
                    "no-environment",
                    "the folder " + Quote.of(label(path)) + " holds no environment",
                    "each file `<environment>.yaml` in it, `base.yaml` aside, describes an environment",
                    "run in the folder of a platform, or write `" + label(path.resolve("local.yaml")) + "`")));
        }
        return names;
    }

    /** Refuses an environment that has no file, and a folder without a base. */
    void check(String environment) {
        List<String> environments = environments();
        if (!environments.contains(environment)) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(label(path)),
                    "unknown-environment",
                    "there is no environment " + Quote.of(environment),
                    "each file `<environment>.yaml` in " + Quote.of(label(path)) + " describes an environment",
                    NearestNames.advice(environment, environments))));
        }
        if (!Files.isRegularFile(base())) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(label(path)),
                    "missing-base",
                    "the folder " + Quote.of(label(path)) + " holds no `base.yaml`",
                    "`base.yaml` says what all environments share; an environment's own file is laid over it",
                    "write `" + label(base()) + "`, empty if nothing is shared")));
        }
    }

    Path base() {
        return file(BASE);
    }

    Path file(String environment) {
        return path.resolve(environment + EXTENSION);
    }

    /** How messages name a file. */
    static String label(Path file) {
        return file.toString().replace('\\', '/');
    }

    private List<String> names() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXTENSION) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .filter(name -> !name.equals(BASE))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new OutsideException("cannot list the files of " + label(path), unreadable);
        }
    }
}
