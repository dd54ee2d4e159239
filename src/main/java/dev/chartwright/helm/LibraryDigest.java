package dev.chartwright.helm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a library, which is too large to hold.
 *
 * @param hex 64 digits
 */
record LibraryDigest(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int HEX_LENGTH = 64;
    private static final int PART = 1 << 16;

    /** The digest of a file's bytes. */
    static LibraryDigest of(Path library) throws IOException {
        try (InputStream file = Files.newInputStream(library);
                DigestInputStream read = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            byte[] part = new byte[PART];
            while (read.read(part) >= 0) {
                continue;
            }
            return new LibraryDigest(
                    HexFormat.of().formatHex(read.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The digest that a file tells, if it tells one. */
    static Optional<LibraryDigest> read(Path note) throws IOException {
        try (InputStream file = Files.newInputStream(note)) {
            String text = new String(file.readNBytes(HEX_LENGTH), StandardCharsets.US_ASCII);
            return Optional.of(text).filter(HEX.asMatchPredicate()).map(LibraryDigest::new);
        }
    }

    void write(Path note, Leftovers leftovers) throws IOException {
        try (OutputStream file = leftovers.file(note)) {
            file.write(hex.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** What the library is called where it is kept. */
    String name(PackedLibrary packed) {
        return hex + "-" + packed.name();
    }
}
