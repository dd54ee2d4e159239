package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.marcnuri.helm.Helm;

/**
 * What real Helm says of a chart's folder.
 *
 * @param lint whether `helm lint --with-subcharts` passes it
 * @param template whether `helm template` renders it
 * @param packed whether `helm package` packs it
 */
public record HelmVerdict(boolean lint, boolean template, boolean packed) {
    private static final String PASSES = "passes";
    private static final String REFUSES = "refuses";

    public static HelmVerdict of(Path chart) {
        return new HelmVerdict(
                passes(() -> !new Helm(chart).lint().call().isFailed()),
                passes(() -> !Helm.template(chart.toString())
                        .withKubeVersion("1.33.0")
                        .call()
                        .isEmpty()),
                passes(() -> {
                    Path packages = Files.createTempDirectory(chart.getParent(), "packages");
                    return new Helm(chart).packageIt().withDestination(packages).call() != null;
                }));
    }

    /** `lint template package`, each `passes` or `refuses`. */
    @Override
    public String toString() {
        return word(lint) + " " + word(template) + " " + word(packed);
    }

    private static String word(boolean passes) {
        return passes ? PASSES : REFUSES;
    }

    private static boolean passes(Question question) {
        try {
            return question.ask();
        } catch (IllegalStateException refused) {
            return false;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean ask() throws IOException;
    }
}
