package dev.chartwright.helm;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.chartwright.problem.OutsideException;

/**
 * Helm, asked one question at a time in a process of its own, which starts with the first and ends with this one.
 *
 * <p>What never ends can be ended there, what takes memory without bound meets one, and Go's runtime takes no signals
 * away from Java.
 */
final class HelmProcess {
    /** On a slow disk, behind others who unpack. */
    private static final Duration START = Duration.ofMinutes(3);

    private final ProcessStart start;
    private final RenderLimits limits;
    private final Duration longestStart;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<HelmWorker> worker = Optional.empty();

    HelmProcess(ProcessStart start, RenderLimits limits) {
        this(start, limits, START);
    }

    HelmProcess(ProcessStart start, RenderLimits limits, Duration longestStart) {
        this.start = start;
        this.limits = limits;
        this.longestStart = longestStart;
    }

    /** Starts it and does not wait; whoever asks starts it too, and is told what hinders. */
    void prepare() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            startMissing();
        } catch (OutsideException toldWhenAsked) {
            worker = Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    String render(RenderRequest request, Duration time) throws HelmException {
        turn.lock();
        try {
            return text(ready().ask(request, time), time);
        } finally {
            turn.unlock();
        }
    }

    private String text(Answer answer, Duration time) throws HelmException {
        return switch (answer.kind()) {
            case RENDERED -> answer.text();
            case REFUSED -> throw new HelmException(answer.text());
            case TOO_LONG -> throw new HelmOverrun(limits.textWords());
            case LATE -> throw stoppedAfter(time);
            default -> throw new HelmOverrun(bound(stopped()));
        };
    }

    /** Ends it; the next question starts another. */
    void stop() {
        turn.lock();
        try {
            if (worker.isPresent()) {
                stopped();
            }
        } finally {
            turn.unlock();
        }
    }

    RenderLimits limits() {
        return limits;
    }

    private HelmOverrun stoppedAfter(Duration time) {
        stopped();
        return new HelmOverrun(RenderLimits.timeWords(time));
    }

    private String bound(LastWords words) {
        return words.tellOfMemory() ? limits.memoryWords() : "Helm bears: " + words.first();
    }

    /** Whoever ended the process between two questions, it starts anew. */
    private HelmWorker startMissing() {
        if (worker.isPresent() && !worker.get().isAlive()) {
            stopped();
        }
        worker = Optional.of(worker.orElseGet(this::started));
        return worker.get();
    }

    private HelmWorker started() {
        try {
            return HelmWorker.start(start.builder(limits), limits.text());
        } catch (IOException unable) {
            throw new OutsideException("cannot start the process that runs Helm: " + unable.getMessage(), unable);
        }
    }

    private HelmWorker ready() {
        HelmWorker asked = startMissing();
        Answer answer = asked.greeting(longestStart);
        if (answer.kind() == Answer.Kind.READY) {
            return asked;
        }
        LastWords words = stopped();
        throw new OutsideException(
                switch (answer.kind()) {
                    case NOT_LOADED -> answer.text();
                    case LATE ->
                        "the process that runs Helm is not ready after " + longestStart.toSeconds()
                                + " s; look whether the disks of the user's cache and of the temporary folder answer, or"
                                + " name a folder on another one with XDG_CACHE_HOME";
                    default -> "the process that runs Helm does not start: " + words.first();
                },
                null);
    }

    private LastWords stopped() {
        HelmWorker ended = worker.orElseThrow();
        worker = Optional.empty();
        return ended.stop();
    }
}
