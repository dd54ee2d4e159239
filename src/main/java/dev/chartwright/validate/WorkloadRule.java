package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Workloads keep the rules that the API server and controllers have for them beside their types. */
final class WorkloadRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        Stream<Problem> schedules = release.objects().stream()
                .filter(object -> object.kind().equals("CronJob"))
                .flatMap(WorkloadRule::schedule);
        Stream<Problem> services = release.objects().stream()
                .filter(object -> object.kind().equals("StatefulSet"))
                .flatMap(set -> service(set, release));
        return Stream.concat(schedules, services);
    }

    private static Stream<Problem> schedule(RenderedObject job) {
        String schedule = job.root().at("/spec/schedule").asString("");
        return CronSchedule.isReadable(schedule)
                ? Stream.empty()
                : Stream.of(new Problem(
                        job.place("spec", "schedule").value(),
                        "text-pattern",
                        "CronJob " + Quote.of(job.name()) + " has the schedule " + Quote.of(schedule)
                                + ", which nobody can read",
                        "a schedule is minute (0-59), hour (0-23), day (1-31), month (1-12) and weekday (0-6), or a word "
                                + "such as `@daily`",
                        "write such a schedule"));
    }

    /** It gives the pods their names; a governing Service has no ports to be asked for. */
    private static Stream<Problem> service(RenderedObject set, Release release) {
        String name = set.root().at("/spec/serviceName").asString("");
        List<String> known = release.objects().stream()
                .filter(object -> object.kind().equals("Service"))
                .filter(object -> object.namespace().equals(set.namespace()))
                .map(RenderedObject::name)
                .toList();
        return name.isEmpty() || known.contains(name)
                ? Stream.empty()
                : Stream.of(new Problem(
                        set.place("spec", "serviceName").value(),
                        "dangling-reference",
                        "StatefulSet " + Quote.of(set.name()) + " names Service " + Quote.of(name)
                                + ", which nothing makes in namespace " + Quote.of(set.namespace()),
                        "the Service gives each pod its name in DNS; without it the pods find each other by none",
                        Choice.fix(name, known, "make the Service, with `clusterIP: None`")));
    }
}
