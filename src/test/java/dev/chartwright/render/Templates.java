package dev.chartwright.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** A folder of templates that a test writes. */
final class Templates {
    private final Path folder;

    Templates(Path folder) {
        this.folder = folder;
    }

    Templates with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Templates with(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Engine engine() {
        return Engine.load(folder, Shop.class);
    }

    /** The text of the only file that a shop makes of these templates. */
    String renderOne(Shop shop) {
        List<ChartFile> files = engine().render(shop);
        if (files.size() != 1) {
            throw new AssertionError("wanted one file, got " + files);
        }
        return files.get(0).content();
    }

    List<String> paths(Shop shop) {
        return engine().render(shop).stream().map(ChartFile::path).toList();
    }

    /** Every problem of these templates, a line each, with paths inside the folder. */
    String problems() {
        try {
            engine();
            return "";
        } catch (ProblemsException stopped) {
            return lines(stopped.problems());
        }
    }

    /** Every problem of rendering a shop, a line each. */
    String problems(Shop shop) {
        try {
            engine().render(shop);
            return "";
        } catch (ProblemsException stopped) {
            return lines(stopped.problems());
        }
    }

    private String lines(List<Problem> problems) {
        String prefix = folder.toString().replace('\\', '/') + "/";
        return problems.stream()
                .map(problem -> problem.location() + ": " + problem.what() + " [" + problem.code() + "]\n")
                .map(line -> line.replace(prefix, ""))
                .collect(Collectors.joining());
    }
}
