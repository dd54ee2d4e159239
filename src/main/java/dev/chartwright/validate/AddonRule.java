package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.Addon;
import dev.chartwright.problem.Problem;

/** A resource whose operator stays outside the charts needs that operator among `cluster.addons`. */
final class AddonRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return AddonUse.of(subject)
                .filter(use -> !subject.platform().cluster().hasAddon(use.addon()))
                .map(use -> problem(use, subject));
    }

    private static Problem problem(AddonUse use, Subject subject) {
        String listed = String.join(
                ", ",
                subject.platform().cluster().addons().stream().map(Addon::name).toList());
        return new Problem(
                use.place().key(),
                "missing-addon",
                use.what() + " but the cluster has no add-on `" + use.addon() + "`",
                "the API server refuses a resource whose operator is not installed; `cluster.addons` lists "
                        + (listed.isEmpty() ? "none" : listed),
                "add `" + use.addon() + "` to `cluster.addons` if the cluster has it, else remove this");
    }
}
