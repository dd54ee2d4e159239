package dev.chartwright.archive;

import java.nio.file.Path;

/** Swaps two folders at once. */
@FunctionalInterface
interface FolderExchange {
    /** Whether they were swapped; if not, both are as they were. */
    boolean exchange(Path one, Path other);
}
