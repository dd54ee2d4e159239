package dev.chartwright.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a helper prints, read while it runs. A child that it leaves behind may hold its output open for ever, so its end
 * is not waited for.
 */
final class HelperOutput {
    private static final int LONGEST = 64 * 1024;
    private static final int PART = 8192;
    /** Everything is in the pipe when a helper has ended; this is for a busy machine. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Process process;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader = new Thread(this::read, "credential helper");

    private HelperOutput(Process process) {
        this.process = process;
    }

    static HelperOutput of(Process process) {
        HelperOutput output = new HelperOutput(process);
        output.reader.setDaemon(true);
        output.reader.start();
        return output;
    }

    private void read() {
        byte[] part = new byte[PART];
        try {
            InputStream input = process.getInputStream();
            for (int count = input.read(part); count >= 0; count = input.read(part)) {
                bytes.write(part, 0, count);
                if (isTooLong()) {
                    kill();
                    return;
                }
            }
        } catch (IOException closed) {
            // What came until then is what there is.
        }
    }

    private boolean isTooLong() {
        return bytes.size() > LONGEST;
    }

    /** All of it once the helper has ended; nothing where it is longer than any login. */
    Optional<String> text() throws InterruptedException {
        reader.join(REST.toMillis());
        return isTooLong() ? Optional.empty() : Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }

    /** Ends the helper with its children, which are only known while it lives. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
