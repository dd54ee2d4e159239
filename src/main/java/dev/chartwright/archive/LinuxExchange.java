package dev.chartwright.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** Swaps folders with Linux's renameat2; systems and file systems without it swap nothing. */
final class LinuxExchange implements FolderExchange {
    private static final int WORKING_FOLDER = -100;
    private static final int RENAME_EXCHANGE = 2;

    @Override
    public boolean exchange(Path one, Path other) {
        if (!Platform.isLinux()) {
            return false;
        }
        try {
            C library =
                    Native.load("c", C.class, Map.of(Library.OPTION_STRING_ENCODING, StandardCharsets.UTF_8.name()));
            String from = one.toAbsolutePath().toString();
            String to = other.toAbsolutePath().toString();
            return library.renameat2(WORKING_FOLDER, from, WORKING_FOLDER, to, RENAME_EXCHANGE) == 0;
        } catch (LastErrorException | UnsatisfiedLinkError notHere) {
            return false;
        }
    }

    /** The one call that Java does not offer. */
    interface C extends Library {
        int renameat2(int fromFolder, String from, int toFolder, String to, int flags) throws LastErrorException;
    }
}
