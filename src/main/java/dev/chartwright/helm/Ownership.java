package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Who can change a file or folder, told by its owner, type and mode; a link is looked at, not followed.
 *
 * <p>On systems without such modes a user's cache is private by the system's own care, and the type alone is told.
 *
 * @param user the user of this process
 */
record Ownership(int user) {
    private static final boolean HAS_MODES =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

    private static final int ROOT = 0;
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 022;

    static Ownership here() {
        return new Ownership(HAS_MODES ? Posix.loaded().geteuid() : ROOT);
    }

    /** What gives a new file or folder its mode, whatever the umask says. */
    static FileAttribute<?>[] ofOwner(String mode) {
        return HAS_MODES
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Whether this is a file that only the user can change. */
    boolean isOwnFile(Path path) throws IOException {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isOwn(path);
    }

    /**
     * Whether this is a folder that only the user can change.
     *
     * @param path without links in what is above it
     */
    boolean isOwnFolder(Path path) throws IOException {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isOwn(path) && nobodyMoves(path);
    }

    private boolean isOwn(Path path) throws IOException {
        return !HAS_MODES || owner(path) == user && (mode(path) & OTHERS_WRITE) == 0;
    }

    /** Who can write to a folder can move what is in it, unless the folder is sticky. */
    private boolean nobodyMoves(Path path) throws IOException {
        for (Path above = path.getParent(); HAS_MODES && above != null; above = above.getParent()) {
            boolean shared = (mode(above) & OTHERS_WRITE) != 0 && (mode(above) & STICKY) == 0;
            if (shared || owner(above) != user && owner(above) != ROOT) {
                return false;
            }
        }
        return true;
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }
}
