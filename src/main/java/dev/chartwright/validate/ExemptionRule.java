package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Exemption;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Exemptions name policy checks: what an API server would refuse, or take and never do, has none. */
final class ExemptionRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().exemptions().stream().flatMap(exemption -> check(exemption, subject));
    }

    private static Stream<Problem> check(Exemption exemption, Subject subject) {
        List<String> known = Policies.checks();
        return exemption.reasonsByCheck().stream()
                .filter(reason -> !known.contains(reason.name()))
                .map(reason -> new Problem(
                        subject.place("exemptions", exemption.name(), reason.name())
                                .key(),
                        "unknown-check",
                        Quote.of(exemption.name()) + " is exempt from " + Quote.of(reason.name())
                                + ", which is no policy check",
                        "only policies have exemptions, not types and references: "
                                + known.stream().map(Quote::of).collect(Collectors.joining(", ")),
                        Choice.near(reason.name(), known, "remove it, and mend what the check found")));
    }
}
