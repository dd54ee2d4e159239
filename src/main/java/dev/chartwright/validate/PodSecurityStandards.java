package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Namespace;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Every rendered pod, of hooks, tests and operators too, is one that its namespace admits.
 *
 * <p>The controls of Kubernetes' Pod Security Standards, as its admission plugin of 1.34 has them: 1.35 relaxes some for user
 * namespaces, which an older cluster would refuse.
 */
final class PodSecurityStandards implements ReleaseRule {
    static final String PRIVILEGED = "privileged";
    static final String BASELINE = "baseline";

    @Override
    public Stream<Problem> check(Release release) {
        Map<String, String> levels = levels(release.platform());
        return PodTemplate.of(release.objects())
                .flatMap(pod -> check(pod, levels.getOrDefault(pod.namespace(), PRIVILEGED)));
    }

    /** What namespaces enforce, by their names. */
    static Map<String, String> levels(Platform platform) {
        return platform.cluster().namespaces().stream()
                .collect(Collectors.toMap(Namespace::name, Namespace::podSecurity, (first, second) -> first));
    }

    /** What a level refuses in a pod. */
    static Stream<Problem> check(PodTemplate pod, String level) {
        if (level.equals(PRIVILEGED)) {
            return Stream.empty();
        }
        Stream<PodControl> controls = level.equals(BASELINE)
                ? BaselineControls.ALL.stream()
                : Stream.of(BaselineControls.ALL, RestrictedControls.ALL).flatMap(List::stream);
        return controls.flatMap(
                control -> control.breaches().apply(pod).map(breach -> problem(pod, level, control, breach)));
    }

    private static Problem problem(PodTemplate pod, String level, PodControl control, Breach breach) {
        return new Problem(
                breach.place().value(),
                "pod-security",
                pod.owner().kind() + " " + Quote.of(pod.owner().name()) + ": " + breach.words() + ", which the level "
                        + Quote.of(level) + " refuses",
                "namespace " + Quote.of(pod.namespace()) + " enforces it, and this is its control `" + control.name()
                        + "`",
                breach.fix() + ", or lower `podSecurity` of the namespace with a reason");
    }
}
