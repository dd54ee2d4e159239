package dev.chartwright.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Entry;
import dev.chartwright.model.Exemption;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * What may be although a policy refuses it.
 *
 * @param written what `exemptions` says
 * @param stated checks by object, whose reasons stand at a component's own `security`: one reason is written once
 */
record Exemptions(List<Exemption> written, Map<String, Set<String>> stated) {
    /** Which checks a reason of {@code security} answers. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "privileged", List.of("privileged-container", "privilege-escalation"),
            "runAs", List.of("root-user"),
            "readOnlyRootFilesystem", List.of("writable-root"),
            "capabilities", List.of("kept-capabilities"));

    static Exemptions of(Platform platform) {
        Map<String, Set<String>> stated = new HashMap<>();
        for (Application application : platform.applications()) {
            stated.put(
                    "Deployment/" + application.namespace() + "/" + application.name(),
                    application.security().reasons().stream()
                            .map(Entry::name)
                            .flatMap(reason -> REASONS.getOrDefault(reason, List.of()).stream())
                            .collect(Collectors.toSet()));
        }
        return new Exemptions(platform.exemptions(), stated);
    }

    boolean cover(Finding finding) {
        String object = finding.object().key();
        return stated.getOrDefault(object, Set.of()).contains(finding.check())
                || written.stream()
                        .filter(exemption -> exemption.name().equals(object))
                        .flatMap(exemption -> exemption.reasonsByCheck().stream())
                        .anyMatch(reason -> reason.name().equals(finding.check()));
    }

    /** Those that nothing needs any more: left in place, they would hide what comes later. */
    Stream<Problem> needless(List<Finding> findings, Release release, Subject subject) {
        Set<String> objects =
                release.objects().stream().map(RenderedObject::key).collect(Collectors.toCollection(HashSet::new));
        Set<List<String>> found = findings.stream()
                .map(finding -> List.of(finding.object().key(), finding.check()))
                .collect(Collectors.toSet());
        return written.stream()
                .flatMap(exemption -> objects.contains(exemption.name())
                        ? exemption.reasonsByCheck().stream()
                                .map(Entry::name)
                                .filter(check -> !found.contains(List.of(exemption.name(), check)))
                                .map(check -> unneeded(exemption.name(), check, subject))
                        : Stream.of(nowhere(exemption.name(), objects, subject)));
    }

    private static Problem unneeded(String object, String check, Subject subject) {
        return new Problem(
                subject.place("exemptions", object, check).key(),
                "needless-exemption",
                Quote.of(object) + " is exempt from " + Quote.of(check) + ", which finds nothing there",
                "an exemption that nothing needs would hide the next mistake",
                "remove it");
    }

    private static Problem nowhere(String object, Set<String> objects, Subject subject) {
        return new Problem(
                subject.place("exemptions", object).key(),
                "needless-exemption",
                Quote.of(object) + " is exempt from checks, and "
                        + Quote.of(subject.platform().environment().name()) + " renders no such object",
                "an exemption that nothing needs would hide the next mistake",
                Choice.near(object, objects, "remove it"));
    }
}
