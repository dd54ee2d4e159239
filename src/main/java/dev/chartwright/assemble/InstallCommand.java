package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;

/** The commands that install a chart. */
final class InstallCommand {
    private InstallCommand() {}

    /** With secrets, the file of their values comes first. */
    static String[] lines(String release, String archive, String namespace, String environment, boolean secrets) {
        List<String> lines = new ArrayList<>();
        String values = ".secrets/" + environment + ".yaml";
        if (secrets) {
            lines.add("java -jar target/chartwright.jar secrets init " + environment);
        }
        lines.add("helm upgrade --install " + release + " " + archive + " \\");
        lines.add("  --namespace " + namespace + " --create-namespace" + (secrets ? " \\" : ""));
        if (secrets) {
            lines.add("  --values " + values);
        }
        return lines.toArray(String[]::new);
    }
}
