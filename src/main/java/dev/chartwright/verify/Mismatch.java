package dev.chartwright.verify;

import java.util.List;

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/** The problem that a comparison ends in. */
final class Mismatch {
    private Mismatch() {}

    private static Problem problem(Reference reference, String code, String what, String... whyAndFix) {
        return new Problem(Location.ofFile(reference.toString()), code, what, whyAndFix[0], whyAndFix[1]);
    }

    /** The first difference. */
    static ProblemsException of(Reference reference, String difference) {
        return new ProblemsException(List.of(problem(
                reference,
                "published-differs",
                "what is published " + difference,
                "every byte of manifest, config and package is compared with what this checkout builds",
                "check out the commit that was published, with the same SOURCE_DATE_EPOCH; if it still differs, do not"
                        + " install it")));
    }

    static ProblemsException unsigned(Reference reference) {
        return new ProblemsException(List.of(problem(
                reference,
                "missing-signature",
                "the chart is published without a signature",
                "with `--keyring` a chart without a good signature does not pass",
                "build with `--sign` and push again with `--force`, which adds the signature; or leave out"
                        + " `--keyring`")));
    }

    static OutsideException nothing(Reference reference) {
        return new OutsideException(problem(
                reference,
                "not-published",
                "nothing is published under that name",
                "a version becomes visible with the manifest, the last thing that a push stores",
                "look at the path and the version; `push` publishes it"));
    }

    static ProblemsException foreign(Reference reference, String what) {
        return new ProblemsException(List.of(problem(
                reference,
                "foreign-artifact",
                "what is published is no Helm chart, but holds " + what,
                "a chart's manifest names a config of type `application/vnd.cncf.helm.config.v1+json`",
                "name a chart that `push` or `helm push` published")));
    }
}
