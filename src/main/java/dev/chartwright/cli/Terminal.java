package dev.chartwright.cli;

import java.io.Console;
import java.util.Optional;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** Newer Javas have a console everywhere, and a question whether it is one. */
    static boolean isThere() {
        return Optional.ofNullable(System.console()).filter(Terminal::isOne).isPresent();
    }

    private static boolean isOne(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
