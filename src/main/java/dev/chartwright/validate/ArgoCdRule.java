package dev.chartwright.validate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.ArgoCd;
import dev.chartwright.model.ImageUpdater;
import dev.chartwright.problem.Problem;

/** Argo CD can render the chart, and follows images that exist. */
final class ArgoCdRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().environment().argocd().stream()
                .flatMap(argocd -> Stream.concat(values(subject, argocd), images(subject, argocd)));
    }

    private static Stream<Problem> values(Subject subject, ArgoCd argocd) {
        boolean asks = subject.platform().components().stream()
                .anyMatch(component -> !component.secretInputs().isEmpty());
        return asks && argocd.values().isEmpty()
                ? Stream.of(new Problem(
                        subject.place("environment", "argocd").key(),
                        "missing-argocd-values",
                        "the chart asks for secret values, and Argo CD is given none",
                        "without them every render ends with the sentence that names the first one",
                        "name the file with them in `values`: a private Git repository where it holds supplied ones"))
                : Stream.empty();
    }

    private static Stream<Problem> images(Subject subject, ArgoCd argocd) {
        List<String> known = subject.applications().map(Application::name).toList();
        List<String> wanted =
                argocd.imageUpdater().map(ImageUpdater::applications).orElse(List.of());
        Place place = subject.place("environment", "argocd", "imageUpdater", "applications");
        return IntStream.range(0, wanted.size())
                .filter(index -> !known.contains(wanted.get(index)))
                .mapToObj(index -> new Problem(
                        place.then(index).value(),
                        "unknown-application",
                        "`applications` has no application `" + wanted.get(index) + "`",
                        "the image updater follows images of applications",
                        Choice.fix(wanted.get(index), known, "remove it")));
    }
}
