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
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * The folder that holds one folder for each environment.
 *
 * <p>A build works in folders whose names tell how far it came, so that the next one can finish or undo what a killed
 * one began: {@code .chartwright/<environment>.writing} is never complete, {@code .ready} and {@code .old} always are.
 * Nothing else in the output folder is touched, nor a folder in an environment's place that no build wrote.
 */
public final class OutputFolder {
    private static final Pattern LEFTOVER = Pattern.compile("(.+)\\.(writing|ready|old)");
    private final Path out;
    private final String label;
    private final WorkFolder work;
    private final FolderExchange exchange;

    public OutputFolder(Path out) {
        this(out, new LinuxExchange());
    }

    OutputFolder(Path out, FolderExchange exchange) {
        this.out = out.toAbsolutePath();
        label = out.toString().replace('\\', '/');
        work = WorkFolder.in(this.out, label);
        this.exchange = exchange;
    }

    /**
     * Stops before anything is written where something stands in the place of an environment that no build wrote.
     *
     * @throws ProblemsException with each such place
     */
    public void refuseForeign(List<String> environments) {
        List<Problem> foreign = environments.stream()
                .filter(name -> !isReplaceable(out.resolve(name)))
                .map(name -> WorkFolder.foreign(label + "/" + name))
                .toList();
        if (!foreign.isEmpty()) {
            throw new ProblemsException(foreign);
        }
    }

    /** A link is replaced, and what it leads to is left alone. */
    private static boolean isReplaceable(Path target) {
        try {
            return !exists(target)
                    || Files.isSymbolicLink(target)
                    || Files.isRegularFile(target.resolve(OutputReader.SUMS), LinkOption.NOFOLLOW_LINKS)
                    || Files.isDirectory(target) && WorkFolder.isEmpty(target);
        } catch (IOException unreadable) {
            return false;
        }
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
        refuseForeign(List.of(environment));
        try {
            return OutputLock.holding(work, () -> {
                finishAll();
                return replace(stages(environment), files);
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
            return OutputLock.holding(work, () -> {
                finishAll();
                return replace(stages(file.path()), file);
            });
        } catch (IOException failure) {
            throw new OutsideException("cannot write `" + file.path() + "`: " + failure, failure);
        }
    }

    /** Finishes or undoes what killed builds left; readers of the folder call it first. */
    public void finishInterrupted() {
        if (!work.exists()) {
            return;
        }
        try {
            OutputLock.holding(work, this::finishAll);
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
        attempt(stages, () -> new FileTree(stages.writing()).create(files));
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
        attempt(stages, () -> {
            FileTree.write(stages.writing(), file.content());
            Files.move(stages.writing(), stages.target(), StandardCopyOption.ATOMIC_MOVE);
        });
        FileTree.sync(out);
        return true;
    }

    /** Leaves nothing of what cannot be written whole, on a full disk for example. */
    private static void attempt(Stages stages, Attempt writing) throws IOException {
        try {
            writing.run();
        } catch (IOException failure) {
            new FileTree(stages.writing()).delete();
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    private boolean finishAll() throws IOException {
        SortedSet<String> interrupted = interrupted();
        for (String environment : interrupted) {
            finish(stages(environment));
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
        try (Stream<Path> stages = Files.list(work.path())) {
            return stages.map(path -> LEFTOVER.matcher(path.getFileName().toString()))
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
        FileTree.sync(from.getParent());
        FileTree.sync(to.getParent());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Stages stages(String name) {
        return new Stages(
                out.resolve(name),
                work.path().resolve(name + ".writing"),
                work.path().resolve(name + ".ready"),
                work.path().resolve(name + ".old"));
    }

    private record Stages(Path target, Path writing, Path ready, Path old) {}
}
