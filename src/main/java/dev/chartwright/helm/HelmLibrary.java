package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Native;
import dev.chartwright.problem.OutsideException;

/**
 * Loads Helm's native library: from the user's cache, or where that cannot be used or trusted, from a folder of this
 * process alone, which goes as soon as it is loaded.
 *
 * <p>helm-java's own loader keeps 98 MB in the temporary folder until the process ends well.
 *
 * @param cache the user's cache, if there is one
 * @param leftovers takes away what is half written when the process is ended
 */
record HelmLibrary(Optional<Path> cache, Leftovers leftovers) {
    HelmLib load() {
        PackedLibrary packed = PackedLibrary.here();
        return cache.flatMap(folder -> kept(folder, packed)).orElseGet(() -> passing(packed));
    }

    private Optional<HelmLib> kept(Path folder, PackedLibrary packed) {
        try {
            return Optional.of(load(LibraryCache.below(folder, leftovers).library(packed)));
        } catch (IOException | UnsatisfiedLinkError unusable) {
            leftovers.removeAll();
            return Optional.empty();
        }
    }

    private HelmLib passing(PackedLibrary packed) {
        try {
            Path library = leftovers
                    .folder(Path.of(System.getProperty("java.io.tmpdir")))
                    .resolve(packed.name());
            packed.unpack(library, leftovers);
            return load(library);
        } catch (UnsatisfiedLinkError refused) {
            throw new OutsideException(
                    "the system does not load Helm from the user's cache, nor from the temporary folder; name one"
                            + " with XDG_CACHE_HOME, or with -Djava.io.tmpdir",
                    refused);
        } catch (IOException unwritable) {
            throw new OutsideException(
                    "cannot unpack Helm, which needs 100 MB in the user's cache or in the temporary folder: "
                            + unwritable.getMessage(),
                    unwritable);
        } finally {
            leftovers.removeAll();
        }
    }

    private static HelmLib load(Path library) {
        return Native.load(library.toString(), HelmLib.class);
    }
}
