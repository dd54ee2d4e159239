package dev.chartwright.helm;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What Helm's process says.
 *
 * @param kind how to read the text
 * @param text what was rendered, or the reason why nothing was
 */
record Answer(Kind kind, String text) {
    /** What a text is; what is never said but concluded comes last. */
    enum Kind {
        /** Helm is loaded; the text is empty. */
        READY,
        /** Helm cannot be loaded; the text says why and what to do. */
        NOT_LOADED,
        RENDERED,
        /** Helm refuses the chart; the text is its own. */
        REFUSED,
        /** More was rendered than is passed on. */
        TOO_LONG,
        /** Nothing was said for as long as an answer may take. */
        LATE,
        /** The process has ended, or does not speak as it should. */
        ENDED
    }

    static final Answer LATE = new Answer(Kind.LATE, "");
    static final Answer ENDED = new Answer(Kind.ENDED, "");

    static Answer read(DataInputStream in, int longest) throws IOException {
        int kind = in.readByte();
        int length = in.readInt();
        if (kind < 0 || kind >= Kind.LATE.ordinal() || length < 0 || length > longest) {
            throw new EOFException("Helm's process does not speak as it should");
        }
        return new Answer(Kind.values()[kind], new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    void write(DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind.ordinal());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
