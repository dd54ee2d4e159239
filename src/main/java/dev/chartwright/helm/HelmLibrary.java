package dev.chartwright.helm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.NativeLibrary;
import com.sun.jna.Native;
import dev.chartwright.problem.OutsideException;

/**
 * Unpacks and loads Helm's native library without leaving it behind.
 *
 * <p>helm-java's own loader keeps 98 MB in the temporary folder until the process ends well. Here the file goes as soon
 * as it is loaded, where the system allows that; what a killed process or another system left goes at a later start.
 */
final class HelmLibrary {
    private static final String PREFIX = HelmEngine.TEMPORARY_PREFIX;
    private static final Duration STALE = Duration.ofMinutes(10);

    private static Optional<HelmLib> loaded = Optional.empty();

    private HelmLibrary() {}

    /** The library, loaded at the first call: that takes a third of a second. */
    static synchronized HelmLib loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(load());
        }
        return loaded.get();
    }

    private static HelmLib load() {
        NativeLibrary provider = Optional.ofNullable(
                        NativeLibrary.serviceProviderLibrary(HelmLibrary.class.getClassLoader()))
                .orElseThrow(() -> new OutsideException(
                        "there is no built-in Helm for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + "; build chartwright on this system, with its Helm",
                        null));
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
            removeStale(temporary);
            return load(provider, Files.createTempDirectory(temporary, PREFIX));
        } catch (UnsatisfiedLinkError refused) {
            throw new OutsideException(
                    "the system does not load Helm from the temporary folder; name one with -Djava.io.tmpdir", refused);
        } catch (IOException unwritable) {
            throw new OutsideException(
                    "cannot unpack Helm, which needs 100 MB in the temporary folder: " + unwritable.getMessage(),
                    unwritable);
        }
    }

    private static HelmLib load(NativeLibrary provider, Path folder) throws IOException {
        Path library = folder.resolve(provider.getBinaryName());
        try (InputStream packed = provider.getClass().getResourceAsStream("/" + provider.getBinaryName())) {
            Files.copy(Objects.requireNonNull(packed, "Helm's library is in no jar"), library);
            return Native.load(library.toString(), HelmLib.class);
        } finally {
            remove(folder);
        }
    }

    private static void removeStale(Path temporary) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(STALE));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).compareTo(limit) < 0) {
                    remove(folder);
                }
            }
        }
    }

    /** Where a loaded file cannot be removed, or is another user's, it stays. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            folder.toFile().deleteOnExit();
        }
    }
}
