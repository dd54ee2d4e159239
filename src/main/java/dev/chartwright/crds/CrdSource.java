package dev.chartwright.crds;

import dev.chartwright.problem.OutsideException;

/** Where published files come from. */
interface CrdSource {
    /** Ten times the largest file; what is larger is no definition. */
    int LARGEST = 5 * 1024 * 1024;

    /** The place of a file, for people. */
    String place(LockedCrd crd);

    /**
     * The bytes that are there, whatever they are.
     *
     * @throws OutsideException naming the place, when it does not give them
     */
    byte[] fetch(LockedCrd crd);
}
