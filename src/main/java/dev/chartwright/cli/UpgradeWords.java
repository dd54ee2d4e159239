package dev.chartwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.validate.Upgrade;

/**
 * What a person must know before an upgrade, one line each.
 *
 * @param previous where earlier packages were looked for
 * @param out where the new ones are
 */
record UpgradeWords(Path previous, Path out) {
    private static final int MOST = 5;

    Stream<String> of(BuiltEnvironment environment) {
        return environment
                .upgrade()
                .map(upgrade -> lines(environment, upgrade))
                .orElseGet(() -> List.of(
                        "no package of " + umbrella(environment) + " in " + shown(previous) + " to compare with"))
                .stream()
                .map(line -> environment.name() + ": " + line);
    }

    private List<String> lines(BuiltEnvironment environment, Upgrade upgrade) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "an upgrade from " + umbrella(environment) + " " + upgrade.from() + " changes nothing that must stay");
        if (upgrade.kept()) {
            lines.add("the chart differs, but its version is still " + upgrade.from()
                    + "; raise `environment.chart.version`");
        }
        if (!upgrade.definitions().isEmpty()) {
            lines.add("Helm does not upgrade CRDs, and these differ: " + names(upgrade.definitions()));
            lines.add("run before the upgrade: helm show crds " + shown(packed(environment))
                    + " | kubectl apply --server-side --force-conflicts -f -");
        }
        return lines;
    }

    private Path packed(BuiltEnvironment environment) {
        return out.resolve(environment.name())
                .resolve(environment.packed().umbrella().fileName());
    }

    private static String umbrella(BuiltEnvironment environment) {
        return environment.packed().umbrella().chart().name();
    }

    private static String names(List<String> definitions) {
        String shown = String.join(", ", definitions.subList(0, Math.min(MOST, definitions.size())));
        return definitions.size() > MOST ? shown + " and " + (definitions.size() - MOST) + " more" : shown;
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
