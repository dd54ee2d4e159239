package dev.chartwright.helm;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.JarEntry;

import com.marcnuri.helm.jni.NativeLibrary;
import dev.chartwright.problem.OutsideException;

/**
 * Helm's library for this system, as the jar holds it.
 *
 * @param name its file name
 * @param place where it is
 */
record PackedLibrary(String name, URL place) {
    static PackedLibrary here() {
        ClassLoader loader = PackedLibrary.class.getClassLoader();
        return Optional.ofNullable(NativeLibrary.serviceProviderLibrary(loader))
                .map(NativeLibrary::getBinaryName)
                .flatMap(name ->
                        Optional.ofNullable(loader.getResource(name)).map(place -> new PackedLibrary(name, place)))
                .orElseThrow(() -> new OutsideException(
                        "there is no built-in Helm for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + "; build chartwright on this system, with its Helm",
                        null));
    }

    /** A name that tells it from those of other versions, known without reading it. */
    String identity() throws IOException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            return name + "-" + entry.getSize() + "-" + HexFormat.of().toHexDigits((int) entry.getCrc());
        }
        throw new FileNotFoundException("Helm's library is in no jar");
    }

    void unpack(Path file, Leftovers leftovers) throws IOException {
        try (InputStream packed = place.openStream();
                OutputStream out = leftovers.file(file)) {
            packed.transferTo(out);
        }
    }
}
