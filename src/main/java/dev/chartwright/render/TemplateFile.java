package dev.chartwright.render;

import java.util.List;

/**
 * One file of the templates folder, decoded.
 *
 * @param index its number in the folder, for tag ids
 * @param label path as the user may open it
 * @param path path inside the templates folder, with {@code /}, without {@code .mustache}
 * @param lines its text without line ends
 */
record TemplateFile(int index, String label, String path, List<String> lines) {
    private static final String PARTIALS = "partials/";
    private static final List<String> YAML_ENDINGS = List.of(".yaml", ".yml", ".tpl", ".json");

    /** Whether its lines can end with marks, which are comments in YAML; Helm is given none in other files. */
    boolean isTraceable() {
        return path.endsWith("/values.yaml") || path.contains("/templates/") || path.contains("/crds/");
    }

    boolean isPartial() {
        return path.startsWith(PARTIALS);
    }

    String partialName() {
        return path.substring(PARTIALS.length());
    }

    /** Whether quotes and comments mean what they mean in YAML; partials without an ending go into YAML. */
    boolean isYaml() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return YAML_ENDINGS.stream().anyMatch(name::endsWith) || (isPartial() && name.indexOf('.') < 0);
    }
}
