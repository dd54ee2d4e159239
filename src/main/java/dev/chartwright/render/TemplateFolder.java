package dev.chartwright.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Finds and reads the files of a templates folder. */
final class TemplateFolder {
    private static final String ENDING = ".mustache";
    private static final Pattern DESCRIPTION = Pattern.compile("[^/]+/component\\.yaml");

    private final Path folder;
    private final List<Problem> problems;

    TemplateFolder(Path folder, List<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    List<TemplateFile> read() {
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(
                    Location.ofFile(label(folder)),
                    "no-templates",
                    "there is no folder " + Quote.of(label(folder)),
                    "charts are rendered from the templates in it",
                    "create the folder, or name the one that holds the templates"));
            return List.of();
        }
        List<TemplateFile> files = new ArrayList<>();
        for (Path path : paths()) {
            if (accepts(path)) {
                readFile(path, files);
            }
        }
        return files;
    }

    /** Links are listed, never followed: nothing outside the folder may reach a chart. */
    private List<Path> paths() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> Files.isSymbolicLink(path) || !Files.isDirectory(path))
                    .filter(path -> !path.equals(folder))
                    .filter(path -> !isDescription(path))
                    .sorted(Comparator.comparing(this::relative))
                    .toList();
        } catch (IOException failure) {
            throw new OutsideException("the templates in " + label(folder) + " could not be listed", failure);
        }
    }

    /** What says what a component is, and is read when platforms are loaded. */
    private boolean isDescription(Path path) {
        return DESCRIPTION.matcher(relative(path)).matches() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean accepts(Path path) {
        if (Files.isSymbolicLink(path)) {
            refuse(path, "template-link", "is a symbolic link", "a link could reach outside the templates folder");
            return false;
        }
        if (!Files.isRegularFile(path)) {
            refuse(path, "template-link", "is neither a file nor a folder", "reading a pipe or a device may never end");
            return false;
        }
        if (!relative(path).endsWith(ENDING)) {
            refuse(path, "template-name", "does not end in `.mustache`", "every file of the folder is a template");
            return false;
        }
        if (relative(path).indexOf('/') < 0) {
            refuse(path, "template-place", "stands in no chart's folder", "the first folder names the chart");
            return false;
        }
        return true;
    }

    private void refuse(Path path, String code, String what, String why) {
        String fix = switch (code) {
            case "template-link" -> "put a copy of the file in its place";
            case "template-name" -> "rename it to `" + relative(path) + ENDING + "`, or move it out";
            default -> "move it to `umbrella/`, `beside/`, `partials/` or the folder of a subchart";
        };
        problems.add(new Problem(Location.ofFile(label(path)), code, Quote.of(relative(path)) + " " + what, why, fix));
    }

    private void readFile(Path path, List<TemplateFile> files) {
        String relative = relative(path);
        TemplateDecoder decoder = new TemplateDecoder(label(path), problems);
        List<String> lines = decoder.lines(bytes(path));
        String name = relative.substring(0, relative.length() - ENDING.length());
        files.add(new TemplateFile(files.size(), label(path), name, lines));
    }

    private byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new OutsideException("the template " + label(path) + " could not be read", failure);
        }
    }

    private String relative(Path path) {
        return label(folder.relativize(path));
    }

    private static String label(Path path) {
        return path.toString().replace('\\', '/');
    }
}
