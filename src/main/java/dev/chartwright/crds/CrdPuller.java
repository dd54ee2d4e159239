package dev.chartwright.crds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** Fetches the files of the lock into the folder {@code crds} beside it. */
public final class CrdPuller {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final CrdLock lock;
    private final CrdFolder folder;
    private final CrdSource source;

    /**
     * Reads the lock.
     *
     * @param schemaFolder folder of the lock
     * @param mirror folder to take the files from; else they come from their projects
     */
    public CrdPuller(Path schemaFolder, Optional<Path> mirror) {
        this(schemaFolder, mirror.<CrdSource>map(MirrorFolder::new).orElseGet(() -> new Web(LIMIT)));
    }

    CrdPuller(Path schemaFolder, CrdSource source) {
        this.lock = CrdLock.read(schemaFolder);
        this.folder = CrdFolder.in(schemaFolder);
        this.source = source;
    }

    /**
     * Makes the folder hold every locked file. What is there with the right bytes is not fetched again, so a pull that
     * was stopped goes on where it was.
     *
     * @param done is told of each file as it gets right
     * @throws ProblemsException with every file that has other bytes; these are not written, the others are
     * @throws OutsideException for the first file that its source does not give
     */
    public void pull(Consumer<PulledCrd> done) {
        List<Problem> problems = new ArrayList<>();
        for (LockedCrd crd : lock.crds()) {
            boolean present = folder.content(crd).filter(crd::allows).isPresent();
            Optional<Problem> refused = present ? Optional.empty() : fetch(crd);
            if (refused.isEmpty()) {
                done.accept(new PulledCrd(crd, folder.label(crd.fileName()), !present));
            }
            refused.ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }

    private Optional<Problem> fetch(LockedCrd crd) {
        byte[] content = source.fetch(crd);
        if (!crd.allows(content)) {
            return Optional.of(WrongDigest.fetched(crd, source.place(crd), content));
        }
        folder.write(crd, content);
        return Optional.empty();
    }
}
