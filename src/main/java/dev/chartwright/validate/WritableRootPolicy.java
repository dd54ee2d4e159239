package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

/** No program can change the files of its image. */
final class WritableRootPolicy implements Policy {
    private static final String CHECK = "writable-root";

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return OperatedTemplates.andRendered(release)
                .flatMap(
                        pod -> pod.containers()
                                .map(SecurityContext::of)
                                .filter(context -> !context.is("readOnlyRootFilesystem", true))
                                .map(
                                        context -> Finding.of(
                                                pod,
                                                CHECK,
                                                context.breach("readOnlyRootFilesystem", "true"),
                                                "what can be written can be replaced: by whoever breaks in, and until the pod restarts")));
    }
}
