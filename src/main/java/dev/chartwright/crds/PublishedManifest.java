package dev.chartwright.crds;

import java.util.stream.Collectors;

/** The text of a published definition as a chart ships it. */
final class PublishedManifest {
    private PublishedManifest() {}

    /**
     * Without what only the API server may write: the status, and the time of creation.
     *
     * <p>All else stays, comments too: they name the licence.
     */
    static String cut(String text) {
        TopLevel at = new TopLevel();
        return text.lines().filter(at::keeps).collect(Collectors.joining("\n", "", "\n"));
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
