package dev.chartwright.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * Where builds of one output folder work: a hidden folder in it that is theirs, so that nothing else in the output
 * folder has to be taken for something of theirs by its name.
 *
 * @param path the folder
 * @param label how messages name it
 */
record WorkFolder(Path path, String label) {
    static final String NAME = ".chartwright";
    static final String LOCK = "chartwright.lock";

    static WorkFolder in(Path out, String label) {
        return new WorkFolder(out.resolve(NAME), label + "/" + NAME);
    }

    boolean exists() {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file that is locked; both it and the folder are made where they are missing. */
    FileChannel openLock() throws IOException {
        Files.createDirectories(path.getParent());
        try {
            Files.createDirectory(path);
        } catch (FileAlreadyExistsException other) {
            refuseForeign();
        }
        return FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** What a build made holds the lock, or nothing yet. */
    private void refuseForeign() throws IOException {
        if (!exists() || !isRegular(LOCK) && !isEmpty(path)) {
            throw new ProblemsException(List.of(foreign(label)));
        }
    }

    private boolean isRegular(String name) {
        return Files.isRegularFile(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** A place that somebody else uses. */
    static Problem foreign(String label) {
        return new Problem(
                Location.ofFile(label),
                "foreign-output",
                "something stands here that no build wrote",
                "a build replaces what it writes whole, and nothing else may be lost by that",
                "move it away, or name another folder with `--out`");
    }
}
