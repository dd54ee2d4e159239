package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;

/**
 * The most memory that this process may still take: the system refuses more, and Go's runtime then ends the process.
 *
 * @param bytes beyond what it has now
 */
record MemoryBound(long bytes) {
    private static final int ADDRESS_SPACE = 9;
    private static final String SIZE = "VmSize:";

    /** Sets it, on Linux; where the system sets none, the limit of time alone holds. */
    void set() throws IOException {
        if (!Platform.isLinux()) {
            return;
        }
        long most = size() + bytes;
        try {
            Posix.loaded().setrlimit(ADDRESS_SPACE, new long[] {most, most});
        } catch (LastErrorException lowerAlready) {
            // Whoever set a lower one meant it.
            return;
        }
    }

    private static long size() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(SIZE))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .map(kibibytes -> kibibytes << 10)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the system does not tell the size of a process"));
        }
    }
}
