package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.Locale;

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
    private int charts;
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
        return new PushWatcher(this::begins, this::sent, this::done);
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
        charts++;
        say(chart.environment() + ": " + chart.reference() + " "
                + published.outcome().name().toLowerCase(Locale.ROOT) + ", "
                + chart.digest().value());
        draw();
    }

    /** How many charts stand there now. */
    synchronized int charts() {
        return charts;
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
