package dev.chartwright.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.ProblemsException;

/**
 * The folder that holds one folder for each environment.
 *
 * <p>A build works in hidden siblings whose names tell how far it came, so that the next one can finish or undo what a
 * killed one began: {@code .<environment>.writing} is never complete, {@code .ready} and {@code .old} always are.
 */
public final class OutputFolder {
    private static final Pattern LEFTOVER = Pattern.compile("\\.(.+)\\.(writing|ready|old)");
    private final Path out;
    private final String label;
    private final FolderExchange exchange;

    public OutputFolder(Path out) {
        this(out, new LinuxExchange());
    }

    OutputFolder(Path out, FolderExchange exchange) {
        this.out = out.toAbsolutePath();
        label = out.toString().replace('\\', '/');
        this.exchange = exchange;
    }

    /**
     * Makes the folder of an environment hold these files and nothing else.
     *
     * <p>Whoever looks sees the old folder or the new one, never a part. When nothing differs, nothing is touched.
     *
     * @return whether anything differed
     * @throws OutsideException when the disk does not do its part; then the folder is as it was
     */
    public boolean write(String environment, List<OutputFile> files) {
        try {
            return OutputLock.holding(out, () -> {
                finishAll();
                return replace(new Stages(out, environment), files);
            });
        } catch (IOException failure) {
            throw new OutsideException("cannot write the output of `" + environment + "`: " + failure, failure);
        }
    }

    /**
     * Makes a file beside the environments hold this content; whoever looks sees the old file or the new one.
     *
     * @return whether anything differed
     * @throws OutsideException when the disk does not do its part; then the file is as it was
     */
    public boolean write(OutputFile file) {
        try {
            return OutputLock.holding(out, () -> {
                finishAll();
                return replace(new Stages(out, file.path()), file);
            });
        } catch (IOException failure) {
            throw new OutsideException("cannot write `" + file.path() + "`: " + failure, failure);
        }
    }

    /** Finishes or undoes what killed builds left; readers of the folder call it first. */
    public void finishInterrupted() {
        if (!Files.isDirectory(out)) {
            return;
        }
        try {
            OutputLock.holding(out, this::finishAll);
        } catch (IOException failure) {
            throw new OutsideException("cannot tidy the output folder: " + failure, failure);
        }
    }

    /** Names of the environments that stand here, sorted. */
    public List<String> environments() {
        finishInterrupted();
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(out)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(OutputReader.SUMS)))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new OutsideException("cannot list the output folder", failure);
        }
    }

    /**
     * The files of an environment as the last good build wrote them, sorted by path.
     *
     * @throws ProblemsException when there is no build, or its files have changed since
     */
    public List<OutputFile> read(String environment) {
        OutputReader reader = new OutputReader(out.resolve(environment), label + "/" + environment);
        if (!environments().contains(environment)) {
            throw reader.notBuilt();
        }
        return reader.read();
    }

    private boolean replace(Stages stages, List<OutputFile> files) throws IOException {
        if (new FileTree(stages.target()).holds(files)) {
            return false;
        }
        new FileTree(stages.writing()).create(files);
        move(stages.writing(), stages.ready());
        if (!exists(stages.target())) {
            move(stages.ready(), stages.target());
        } else if (exchange.exchange(stages.ready(), stages.target())) {
            FileTree.sync(out);
            discard(stages.ready(), stages);
        } else {
            move(stages.target(), stages.old());
            move(stages.ready(), stages.target());
            discard(stages.old(), stages);
        }
        return true;
    }

    private boolean replace(Stages stages, OutputFile file) throws IOException {
        if (FileTree.holds(stages.target(), file.content())) {
            return false;
        }
        FileTree.write(stages.writing(), file.content());
        Files.move(stages.writing(), stages.target(), StandardCopyOption.ATOMIC_MOVE);
        FileTree.sync(out);
        return true;
    }

    private boolean finishAll() throws IOException {
        SortedSet<String> interrupted = interrupted();
        for (String environment : interrupted) {
            finish(new Stages(out, environment));
        }
        return !interrupted.isEmpty();
    }

    /** A missing folder means that a build was killed between two renames; the newer content wins. */
    private void finish(Stages stages) throws IOException {
        new FileTree(stages.writing()).delete();
        for (Path complete : List.of(stages.ready(), stages.old())) {
            if (exists(complete) && !exists(stages.target())) {
                move(complete, stages.target());
            } else if (exists(complete)) {
                discard(complete, stages);
            }
        }
    }

    private SortedSet<String> interrupted() throws IOException {
        try (Stream<Path> siblings = Files.list(out)) {
            return siblings.map(path -> LEFTOVER.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Renamed first: what is deleted half must not look complete. */
    private void discard(Path complete, Stages stages) throws IOException {
        move(complete, stages.writing());
        new FileTree(stages.writing()).delete();
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        FileTree.sync(out);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private record Stages(Path target, Path writing, Path ready, Path old) {
        Stages(Path out, String environment) {
            this(
                    out.resolve(environment),
                    out.resolve("." + environment + ".writing"),
                    out.resolve("." + environment + ".ready"),
                    out.resolve("." + environment + ".old"));
        }
    }
}
