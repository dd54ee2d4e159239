package dev.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.file.WholeFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * A file that is made once and that only its owner may read.
 *
 * @param path where it is
 * @param ownFolder whether its folder is there for such files alone
 */
record PrivateFile(Path path, boolean ownFolder) {
    private static final String OWNER_ONLY = "rwx------";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Secrets that an install already uses must not be lost to new ones. */
    void refuseExisting() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw exists();
        }
    }

    /** Writes it, and says what was wrong with its folder. */
    Optional<String> write(String text) {
        WholeFile file = new WholeFile(path);
        try {
            Files.createDirectories(folder(), file.onlyForOwner(OWNER_ONLY));
            Optional<String> word = closed();
            file.createPrivate(text.getBytes(StandardCharsets.UTF_8));
            return word;
        } catch (FileAlreadyExistsException other) {
            throw exists();
        } catch (IOException unwritable) {
            throw new OutsideException("cannot write " + path, unwritable);
        }
    }

    private Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }

    /** A folder that is there already may be open to others; whose purpose is another, that is said and not changed. */
    private Optional<String> closed() throws IOException {
        if (!Files.getFileStore(folder()).supportsFileAttributeView("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(folder()));
        permissions.retainAll(OTHERS);
        if (permissions.isEmpty()) {
            return Optional.empty();
        }
        if (ownFolder) {
            Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString(OWNER_ONLY));
            return Optional.of(named(path.getParent()) + " was open to others; it is yours alone now");
        }
        return Optional.of("others may look into the folder of " + this
                + "; the file is readable by you alone, and `chmod go= <folder>` closes the folder too");
    }

    private ProblemsException exists() {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(toString()),
                "secrets-exist",
                "the file is there already",
                "an install may be using its values, and new ones would lock it out of its own data",
                "use the file, or move it away first")));
    }

    private static String named(Path path) {
        return path.toString().replace('\\', '/');
    }

    @Override
    public String toString() {
        return named(path);
    }
}
