package dev.chartwright.cli;

import java.util.List;

import dev.chartwright.oci.Reference;
import dev.chartwright.publish.PackedChart;

/** What to type after a push to install what was pushed. */
final class NextCommands {
    private final String flags;

    /**
     * Commands for one registry.
     *
     * @param flags what Helm needs to reach it, each with a blank before it
     */
    NextCommands(String flags) {
        this.flags = flags;
    }

    /** By version, and by digest, which nobody can move. */
    List<String> of(PackedChart umbrella) {
        Reference repository = umbrella.reference();
        String plain = "oci://" + repository.registry() + "/" + repository.repository();
        return List.of(
                "",
                "install " + umbrella.environment() + ":",
                "  " + command(umbrella, plain + " --version " + umbrella.version()),
                "the same for ever, whatever becomes of the tag:",
                "  "
                        + command(
                                umbrella,
                                repository.withDigest(umbrella.digest()).toString()));
    }

    private String command(PackedChart umbrella, String chart) {
        String release = release(umbrella);
        String values = umbrella.asksForSecrets() ? " --values .secrets/" + umbrella.environment() + ".yaml" : "";
        return "helm upgrade --install " + release + " " + chart + " --namespace " + release + " --create-namespace"
                + values + flags;
    }

    /** The platform's name; its charts add the environment's. */
    private static String release(PackedChart umbrella) {
        String name = umbrella.reference().name();
        String end = "-" + umbrella.environment();
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }
}
