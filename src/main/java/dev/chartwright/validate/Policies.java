package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every policy, and what the platform exempts from them. */
final class Policies {
    private static final List<Policy> ALL = List.of(
            new HardeningPolicy(),
            new WritableRootPolicy(),
            new ResourcePolicy(),
            new ImagePolicy(),
            new ProbePolicy(),
            new SpreadPolicy(),
            new DisruptionPolicy(),
            new PlainSecretPolicy(),
            new PortPolicy(),
            new ServicePolicy(),
            new JobPolicy(),
            new AccountFieldPolicy(),
            new RolePolicy(),
            new UnusedObjectPolicy());

    private Policies() {}

    /** Problem codes that may be exempted, sorted. */
    static List<String> checks() {
        return ALL.stream()
                .flatMap(policy -> policy.checks().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static Stream<Problem> check(Release release, Subject subject) {
        Exemptions exemptions = Exemptions.of(release.platform());
        List<Finding> findings =
                ALL.stream().flatMap(policy -> policy.find(release)).toList();
        return Stream.concat(
                findings.stream().filter(finding -> !exemptions.cover(finding)).map(Finding::problem),
                exemptions.needless(findings, release, subject));
    }
}
