package dev.chartwright;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.chartwright.cli.Chartwright;

/** Starts chartwright from the command line. */
public final class Main {
    private Main() {}

    /** Ends the process with an exit code: 0 done, 1 problems, 2 usage, 3 outside world, 4 bug. */
    public static void main(String[] args) {
        // helm-java would else look for its library on the network when the jar has none for this system.
        System.setProperty("com.marcnuri.jkube-helm.skipRemoteJar", "true");
        Locale.setDefault(Locale.ROOT);
        System.exit(Chartwright.run(writer(FileDescriptor.out), writer(FileDescriptor.err), args));
    }

    /** Text leaves in UTF-8, whatever the terminal's locale is. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
