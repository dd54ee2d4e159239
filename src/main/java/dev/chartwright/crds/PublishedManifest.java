package dev.chartwright.crds;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a published definition as a chart ships it. */
final class PublishedManifest {
    private static final String ANNOTATIONS = "  annotations:";

    /** Argo CD applies a definition before the resources of its kind; Helm does so by itself. */
    private static final String WAVE = "    argocd.argoproj.io/sync-wave: \"-1\"";

    private PublishedManifest() {}

    /**
     * Without what only the API server may write: the status, and the time of creation. With its wave for Argo CD.
     *
     * <p>All else stays, comments too: they name the licence.
     */
    static String shipped(String text) {
        TopLevel at = new TopLevel();
        List<String> kept = text.lines().filter(at::keeps).toList();
        boolean annotated = kept.contains(ANNOTATIONS);
        return kept.stream().flatMap(line -> withWave(line, annotated)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> withWave(String line, boolean annotated) {
        if (annotated) {
            return line.equals(ANNOTATIONS) ? Stream.of(line, WAVE) : Stream.of(line);
        }
        return line.equals("metadata:") ? Stream.of(line, ANNOTATIONS, WAVE) : Stream.of(line);
    }

    /** Follows the keys at the left margin. */
    private static final class TopLevel {
        private String key = "";

        boolean keeps(String line) {
            if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
                key = line.substring(0, Math.max(0, line.indexOf(':')));
            }
            boolean created = key.equals("metadata") && line.startsWith("  creationTimestamp:");
            return !created && !key.equals("status");
        }
    }
}
