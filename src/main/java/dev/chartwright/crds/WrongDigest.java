package dev.chartwright.crds;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** Words for a file whose bytes are not the locked ones. */
final class WrongDigest {
    private static final String CODE = "wrong-digest";

    private WrongDigest() {}

    /** What a source gave. */
    static Problem fetched(LockedCrd crd, String from, byte[] content) {
        return new Problem(
                crd.place(),
                CODE,
                from + " has " + digests(crd, content),
                "only bytes that somebody looked at may become part of a chart; the lock names their digest",
                "find out why the file changed; take its digest into the lock only if you trust the new content");
    }

    /** What lies in the folder. */
    static Problem present(LockedCrd crd, String file, byte[] content) {
        return new Problem(
                Location.ofFile(file),
                CODE,
                "the file has " + digests(crd, content),
                "a chart ships a published definition only with the bytes that "
                        + crd.place().file() + " names",
                "run `java -jar target/chartwright.jar crds pull`, or remove the file to ship the compact definition");
    }

    private static String digests(LockedCrd crd, byte[] content) {
        return "digest `" + Digest.of(content).value() + "`, wanted is `"
                + crd.digest().value() + "`";
    }
}
