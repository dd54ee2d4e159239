package dev.chartwright.cli;

/** What the process ends with. */
final class ExitCode {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int OUTSIDE = 3;
    static final int BUG = 4;

    private ExitCode() {}
}
