package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Config;
import dev.chartwright.model.Volume;
import dev.chartwright.problem.Problem;

/** A volume of a ConfigMap names the ConfigMap of its own application. */
final class VolumeRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.data().volumes().stream()
                        .filter(volume -> isUnknown(volume, application))
                        .map(volume -> problem(subject, application, volume)));
    }

    private static boolean isUnknown(Volume volume, Application application) {
        return volume.configMap().isPresent()
                && !volume.configMap().equals(application.data().config().map(Config::name));
    }

    private static Problem problem(Subject subject, Application application, Volume volume) {
        List<String> known =
                application.data().config().map(Config::name).stream().toList();
        return new Problem(
                subject.place(application)
                        .then("data", "volumes", volume.name(), "configMap")
                        .value(),
                "unknown-config-map",
                "`" + application.name() + "` has no ConfigMap `"
                        + volume.configMap().orElseThrow() + "`",
                "a pod waits forever for a ConfigMap that nothing makes",
                Choice.fix(volume.configMap().orElseThrow(), known, "remove the volume"));
    }
}
