package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

/** A Job goes away when it is done; those of a CronJob go by its history limits. */
final class JobPolicy implements Policy {
    private static final String CHECK = "job-not-cleaned";
    private static final String FIELD = "ttlSecondsAfterFinished";

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return release.objects().stream()
                .filter(object -> object.kind().equals("Job"))
                .filter(job -> !job.root().path("spec").has(FIELD))
                .map(job -> new Finding(
                        job,
                        CHECK,
                        job.place("spec").key(),
                        "it has no `" + FIELD + "`",
                        "a finished Job and its pods stay until somebody deletes them",
                        "write `" + FIELD + ": 3600`"));
    }
}
