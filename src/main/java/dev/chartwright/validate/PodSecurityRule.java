package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Namespace;
import dev.chartwright.model.Security;
import dev.chartwright.problem.Problem;

/** A namespace enforces no stricter Pod Security level than its applications can meet. */
final class PodSecurityRule implements Rule {
    /** From strict to lax. */
    private static final List<String> LEVELS = List.of("restricted", "baseline", "privileged");

    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.applications()
                .flatMap(application -> namespace(subject, application).stream()
                        .filter(namespace -> rank(level(application)) > rank(namespace.podSecurity()))
                        .map(namespace -> problem(subject, application, namespace)));
    }

    private static Optional<Namespace> namespace(Subject subject, Application application) {
        return subject.platform().cluster().createdNamespaces().stream()
                .filter(namespace -> namespace.name().equals(application.namespace()))
                .findFirst();
    }

    private static int rank(String level) {
        return LEVELS.indexOf(level);
    }

    /** The strictest level that admits the application's pods. */
    private static String level(Application application) {
        Security security = application.security();
        boolean hostPaths = application.data().volumes().stream()
                .anyMatch(volume -> volume.hostPath().isPresent());
        if (security.privileged()
                || hostPaths
                || !BaselineControls.CAPABILITIES.containsAll(security.addCapabilities())) {
            return "privileged";
        }
        boolean restricted = security.runsAsNonRoot()
                && security.dropCapabilities().contains("ALL")
                && List.of("NET_BIND_SERVICE").containsAll(security.addCapabilities());
        return restricted ? "restricted" : "baseline";
    }

    private static Problem problem(Subject subject, Application application, Namespace namespace) {
        return new Problem(
                subject.place("cluster", "namespaces", namespace.name(), "podSecurity")
                        .value(),
                "pod-security-level",
                "namespace `" + namespace.name() + "` enforces `" + namespace.podSecurity() + "` but `"
                        + application.name() + "` needs `" + level(application) + "`",
                "the API server refuses pods that are less strict than their namespace",
                "set `podSecurity: " + level(application) + "` with a reason, or make the application stricter");
    }
}
