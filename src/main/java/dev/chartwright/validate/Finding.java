package dev.chartwright.validate;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * What breaks a policy. An API server takes it, so a written reason may let it be.
 *
 * @param object where it is
 * @param check the policy's problem code
 * @param location the exact place
 * @param words what is there, without the object's name
 * @param why the policy
 * @param fix what to do
 */
record Finding(RenderedObject object, String check, Location location, String words, String why, String fix) {
    /** A breach of a pod, told at the value that is wrong, or where it is missing. */
    static Finding of(PodTemplate pod, String check, Breach breach, String why) {
        return new Finding(pod.owner(), check, breach.place().value(), breach.words(), why, breach.fix());
    }

    Problem problem() {
        return new Problem(
                location,
                check,
                object.kind() + " " + Quote.of(object.name()) + ": " + words,
                why,
                fix + ", or give the reason for `" + check + "` in `exemptions` at `" + object.key() + "`");
    }
}
