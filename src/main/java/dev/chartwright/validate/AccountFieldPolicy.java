package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

/** A pod names its ServiceAccount by the field that will stay. */
final class AccountFieldPolicy implements Policy {
    private static final String CHECK = "deprecated-account-field";
    private static final String FIELD = "serviceAccount";

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return PodTemplate.of(release.objects())
                .filter(pod -> pod.spec().has(FIELD))
                .map(pod -> new Finding(
                        pod.owner(),
                        CHECK,
                        pod.place().then(FIELD).key(),
                        "the pod has `" + FIELD + "`",
                        "the field is deprecated; the API server copies it to `serviceAccountName`, or that over it",
                        "write `serviceAccountName` alone"));
    }
}
