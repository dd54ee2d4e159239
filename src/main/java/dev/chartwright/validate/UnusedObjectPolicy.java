package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** What a release makes is used by something of it: read, mounted, run as, or bound. */
final class UnusedObjectPolicy implements Policy {
    private static final String CODE = "unused-object";

    /** What would use an object of each kind. */
    private static final Map<String, String> USES = Map.of(
            "ConfigMap", "no pod reads it",
            "Secret", "nothing reads it",
            "SealedSecret", "nothing reads the Secret that it makes",
            "ExternalSecret", "nothing reads the Secret that it makes",
            "ServiceAccount", "no pod runs as it",
            "Role", "no binding gives it",
            "ClusterRole", "no binding gives it",
            "PersistentVolumeClaim", "no pod mounts it");

    /** What nothing uses is told when nothing else is wrong: a misspelt name leaves the right one unused. */
    static List<Problem> last(List<Problem> problems) {
        List<Problem> others = problems.stream()
                .filter(problem -> !problem.code().equals(CODE))
                .toList();
        return others.isEmpty() ? problems : others;
    }

    @Override
    public List<String> checks() {
        return List.of(CODE);
    }

    @Override
    public Stream<Finding> find(Release release) {
        Set<UsedObjects.Key> used = UsedObjects.of(release);
        return release.objects().stream()
                .filter(object -> USES.containsKey(object.kind()))
                .filter(object -> UsedObjects.keys(object).noneMatch(used::contains))
                .filter(object -> !UsedObjects.mayBeFound(object, release))
                .map(object -> new Finding(
                        object,
                        CODE,
                        object.place("metadata", "name").value(),
                        USES.get(object.kind()),
                        "what nothing uses is a mistake in a name, or misleads whoever reads the chart",
                        "use it, or remove its template"));
    }
}
