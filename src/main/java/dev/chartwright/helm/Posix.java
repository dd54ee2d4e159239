package dev.chartwright.helm;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/** Calls of the C library that Java does not offer. */
interface Posix extends Library {
    /** The user that this process acts as. */
    int geteuid();

    /** Sets two numbers, soft and hard, of 64 bits each. */
    int setrlimit(int resource, long[] limits) throws LastErrorException;

    static Posix loaded() {
        return Native.load("c", Posix.class);
    }
}
