package dev.chartwright.crds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.chartwright.problem.OutsideException;

/**
 * A folder that holds published files at the paths that the lock names.
 *
 * @param folder where it is
 */
record MirrorFolder(Path folder) implements CrdSource {
    @Override
    public String place(LockedCrd crd) {
        return CrdLock.label(folder.resolve(crd.mirror()));
    }

    @Override
    public byte[] fetch(LockedCrd crd) {
        try (InputStream content = Files.newInputStream(folder.resolve(crd.mirror()))) {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + place(crd) + " of the mirror", unreadable);
        }
    }
}
