package dev.chartwright.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.JZlib;

/** Compresses with the same bytes everywhere: pure Java, the system's zlib has no say. */
final class Gzip {
    /** Deflate, no flags, no time, best compression, unknown system. */
    private static final byte[] HEADER = HexFormat.of().parseHex("1f8b08000000000002ff");

    private static final int TRAILER_SIZE = 8;
    private static final int WINDOW_BITS = 15;

    private Gzip() {}

    static byte[] compress(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(HEADER);
        deflate(content, packed);
        packed.writeBytes(trailer(content));
        return packed.toByteArray();
    }

    private static void deflate(byte[] content, ByteArrayOutputStream packed) {
        try {
            Deflater deflater = new Deflater(JZlib.Z_BEST_COMPRESSION, WINDOW_BITS, true);
            try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
                stream.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
    }

    private static byte[] trailer(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return ByteBuffer.allocate(TRAILER_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(content.length)
                .array();
    }
}
