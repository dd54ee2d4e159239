package dev.chartwright.helm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Helm's library, unpacked once for a user and kept under its SHA-256.
 *
 * <p>Beside it stands which digest the library of which jar has. Nothing is believed that somebody else could have put
 * there, and what is not as it should be is written anew: beside its place, then renamed.
 *
 * @param folder a folder that only the user can change
 * @param ownership tells who can change a file
 * @param leftovers takes away what is half written when the process is ended
 */
record LibraryCache(Path folder, Ownership ownership, Leftovers leftovers) {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration NEXT_LOOK = Duration.ofMillis(50);
    private static final Set<OpenOption> LOCK =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /**
     * The cache of this program below that of the user, made where it is missing.
     *
     * @throws IOException when it cannot be made, or others could change it
     */
    static LibraryCache below(Path userCache, Leftovers leftovers) throws IOException {
        Ownership ownership = Ownership.here();
        Path base = Files.createDirectories(userCache).toRealPath();
        Path own = made(base.resolve("chartwright"), ownership);
        return new LibraryCache(made(own.resolve("helm"), ownership), ownership, leftovers);
    }

    /** Looked at before anything is made in it: a link leads to what is somebody else's. */
    private static Path made(Path folder, Ownership ownership) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            make(folder);
        }
        if (!ownership.isOwnFolder(folder)) {
            throw new IOException("others could change " + folder);
        }
        return folder;
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, Ownership.ofOwner("rwx------"));
        } catch (FileAlreadyExistsException anotherProcessWasFaster) {
            return;
        }
    }

    /** The library, ready to be loaded. */
    Path library(PackedLibrary packed) throws IOException {
        Optional<Path> kept = kept(packed);
        return kept.isPresent() ? kept.get() : unpackedAlone(packed);
    }

    private Optional<Path> kept(PackedLibrary packed) throws IOException {
        Path note = folder.resolve(packed.identity());
        Optional<LibraryDigest> noted =
                ownership.isOwnFile(note) ? LibraryDigest.read(note) : Optional.<LibraryDigest>empty();
        return noted.isPresent() ? kept(packed, noted.get()) : Optional.empty();
    }

    private Optional<Path> kept(PackedLibrary packed, LibraryDigest digest) throws IOException {
        Path library = folder.resolve(digest.name(packed));
        boolean good = ownership.isOwnFile(library) && LibraryDigest.of(library).equals(digest);
        return good ? Optional.of(library) : Optional.empty();
    }

    /** One process unpacks; the others wait for it, and find what it has put there. */
    private Path unpackedAlone(PackedLibrary packed) throws IOException {
        try (FileChannel file = FileChannel.open(lockFile(), LOCK, Ownership.ofOwner("rw-------"))) {
            lock(file);
            Optional<Path> kept = kept(packed);
            return kept.isPresent() ? kept.get() : unpacked(packed);
        }
    }

    /** To open a pipe is to wait for whoever is at its other end. */
    private Path lockFile() throws IOException {
        Path file = folder.resolve(".lock");
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !ownership.isOwnFile(file)) {
            throw new IOException(file + " is no file of the user");
        }
        return file;
    }

    /** Until the file is closed. */
    private static void lock(FileChannel file) throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (Optional.ofNullable(file.tryLock()).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("another process does not end to unpack Helm");
            }
            LockSupport.parkNanos(NEXT_LOOK.toNanos());
        }
    }

    private Path unpacked(PackedLibrary packed) throws IOException {
        Path writing = folder.resolve(packed.identity() + ".writing");
        packed.unpack(writing, leftovers);
        LibraryDigest digest = LibraryDigest.of(writing);
        Path library = folder.resolve(digest.name(packed));
        leftovers.keep(writing, library);
        digest.write(writing, leftovers);
        leftovers.keep(writing, folder.resolve(packed.identity()));
        return library;
    }
}
