package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.publish.PackedChart;
import dev.chartwright.publish.PublishedChart;
import dev.chartwright.publish.PushWatcher;

/** Shows how far a push is: a line for each chart, and on a terminal a bar below them. */
final class PushProgress {
    private static final int WIDTH = 30;
    private static final long KILOBYTE = 1000;
    private static final int PERCENT = 100;
    /** Back to the start of the line, and away with what stands there. */
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean bar;
    private final boolean quiet;
    private long total;
    private long done;
    private int there;
    private int overwritten;
    private String shown = "";

    /**
     * Progress of one push.
     *
     * @param bar whether somebody watches
     * @param quiet whether nothing is shown
     */
    PushProgress(PrintWriter out, boolean bar, boolean quiet) {
        this.out = out;
        this.bar = bar && !quiet;
        this.quiet = quiet;
    }

    PushWatcher watcher() {
        return new PushWatcher(this::begins, this::sent, this::done, this::lost);
    }

    private synchronized void begins(long bytes) {
        total = bytes;
        draw();
    }

    /** Takes back what has to go again. */
    private synchronized void sent(long bytes) {
        done = Math.max(0, Math.min(total, done + bytes));
        draw();
    }

    private synchronized void done(PublishedChart published) {
        PackedChart chart = published.chart();
        there++;
        say(chart.environment() + ": " + chart.reference() + " "
                + published.outcome().name().toLowerCase(Locale.ROOT) + ", "
                + chart.digest().value());
        draw();
    }

    private synchronized void lost(PackedChart chart) {
        there--;
        overwritten++;
    }

    /**
     * What became of a push that did not end well.
     *
     * @param wanted how many charts it was to bring
     */
    synchronized String outcome(int wanted) {
        if (there + overwritten == 0) {
            return "nothing was pushed";
        }
        int missing = wanted - there - overwritten;
        return Stream.of(
                        counted(there, " chart is there", " charts are there"),
                        counted(overwritten, " chart was overwritten", " charts were overwritten"),
                        missing == 0 ? "" : "push again for the " + (missing == 1 ? "other one" : "other " + missing))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String counted(int number, String one, String many) {
        return number == 0 ? "" : number + (number == 1 ? one : many);
    }

    synchronized void say(String line) {
        clear();
        if (!quiet) {
            out.println(line);
        }
    }

    /** Leaves no bar behind. */
    synchronized void clear() {
        if (!shown.isEmpty()) {
            out.print(CLEAR);
            out.flush();
            shown = "";
        }
    }

    private void draw() {
        if (!bar || total == 0) {
            return;
        }
        String text = text();
        if (!text.equals(shown)) {
            out.print(CLEAR + text);
            out.flush();
            shown = text;
        }
    }

    private String text() {
        int filled = (int) (done * WIDTH / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %d of %d kB",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                done * PERCENT / total,
                done / KILOBYTE,
                total / KILOBYTE);
    }
}
