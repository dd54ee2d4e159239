package dev.chartwright.helm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.chartwright.problem.BugException;

/** One process that runs Helm, as the one that asks sees it; used by one thread at a time. */
final class HelmWorker {
    private static final int LONGEST_ERRORS = 1 << 16;
    private static final Duration LOOK = Duration.ofMillis(100);
    /** How many times as long as it may compute an answer is waited for. */
    private static final int PATIENCE = 6;

    private static final Duration END = Duration.ofSeconds(2);

    private final Process process;
    private final DataOutputStream questions;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final StringBuffer errors = new StringBuffer();
    private Optional<Answer> greeting = Optional.empty();

    private HelmWorker(Process process) {
        this.process = process;
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static HelmWorker start(ProcessBuilder builder, int longestAnswer) throws IOException {
        HelmWorker worker = new HelmWorker(builder.start());
        endWithUs(worker.process);
        background(() -> worker.readAnswers(longestAnswer));
        background(worker::readErrors);
        return worker;
    }

    /** One that somebody stopped would hear nothing else, and stay behind. */
    private static void endWithUs(Process process) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IllegalStateException endsAlready) {
            process.destroyForcibly();
        }
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "Helm's process");
        thread.setDaemon(true);
        thread.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it says by itself when Helm is loaded, or cannot be. */
    Answer greeting(Duration longest) {
        if (greeting.isEmpty()) {
            greeting = Optional.of(next(longest));
        }
        return greeting.get();
    }

    /** Waits until it has computed for so long, or has not even been given the time to. */
    Answer ask(RenderRequest request, Duration longest) {
        Duration before = computed();
        try {
            request.write(questions);
            Answer answer = next(LOOK);
            Duration waited = LOOK;
            while (answer.kind() == Answer.Kind.LATE
                    && isWithin(longest, computed().minus(before), waited)) {
                answer = next(LOOK);
                waited = waited.plus(LOOK);
            }
            return answer;
        } catch (IOException ended) {
            return Answer.ENDED;
        }
    }

    private static boolean isWithin(Duration longest, Duration computed, Duration waited) {
        return computed.compareTo(longest) < 0 && waited.compareTo(longest.multipliedBy(PATIENCE)) < 0;
    }

    /** A machine that is busy with other things renders slowly; where it does not tell, only waiting counts. */
    private Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it, whatever it does. */
    LastWords stop() {
        try {
            boolean ended = process.waitFor(0, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor(END.toSeconds(), TimeUnit.SECONDS);
            return new LastWords(ended ? process.exitValue() : -1, errors.toString());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private Answer next(Duration longest) {
        try {
            return Objects.requireNonNullElse(answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS), Answer.LATE);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static BugException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new BugException("interrupted, though nothing interrupts", stopped);
    }

    private void readAnswers(int longest) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                answers.add(Answer.read(in, longest));
            }
        } catch (IOException ended) {
            answers.add(Answer.ENDED);
        }
    }

    /** Read to the end, so that the process never waits; kept only at first, for Go writes pages. */
    private void readErrors() {
        byte[] part = new byte[1 << 12];
        try (InputStream in = process.getErrorStream()) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                if (errors.length() < LONGEST_ERRORS) {
                    errors.append(new String(part, 0, length, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException ended) {
            errors.append(ended.getMessage());
        }
    }
}
