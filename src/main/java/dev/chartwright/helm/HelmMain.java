package dev.chartwright.helm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** The process that runs Helm: it answers what it is asked, and ends when nobody asks any more. */
final class HelmMain {
    private HelmMain() {}

    /** Takes bytes of memory, characters of an answer, and the folder that may keep the library, if there is one. */
    public static void main(String[] arguments) {
        // A signal of the terminal is meant for the process that asks; this one ends with it, and halts.
        Runtime.getRuntime().addShutdownHook(new Thread(HelmMain::waitForTheOther));
        Leftovers leftovers = new Leftovers();
        HelmLibrary library =
                new HelmLibrary(Arrays.stream(arguments).skip(2).findFirst().map(Path::of), leftovers);
        BlockingQueue<RenderRequest> requests = new LinkedBlockingQueue<>();
        new Thread(new RenderLoop(library, Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), requests))
                .start();
        read(requests);
        leftovers.removeAll();
        Runtime.getRuntime().halt(0);
    }

    private static void read(BlockingQueue<RenderRequest> requests) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                requests.add(RenderRequest.read(in));
            }
        } catch (IOException nobodyAsks) {
            requests.clear();
        }
    }

    private static void waitForTheOther() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
