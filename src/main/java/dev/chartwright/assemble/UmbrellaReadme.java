package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;

import dev.chartwright.model.Architecture;
import dev.chartwright.model.Component;
import dev.chartwright.model.Environment;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;

/** Writes the README.md of an umbrella chart. */
final class UmbrellaReadme {
    private UmbrellaReadme() {}

    static String write(Platform platform, List<SubchartParts> parts, List<Knob> knobs) {
        Environment environment = platform.environment();
        List<SecretInput> inputs = SecretInputs.of(platform);
        Markdown page = new Markdown()
                .heading(1, environment.chartName())
                .paragraph(Markdown.text(environment.chart().description()))
                .paragraph("Version " + Markdown.code(environment.chart().version()) + " for Kubernetes "
                        + Markdown.code(platform.cluster().kubernetes()) + ".");
        install(page, environment, !inputs.isEmpty());
        charts(page, parts);
        page.heading(2, "Architecture").paragraph(MermaidDrawing.of(Architecture.of(platform)));
        page.heading(2, "Values")
                .paragraph("The values of a chart in `charts/` stand below its name; its own README.md lists them.");
        KnobTable.write(page, withSwitches(knobs, parts));
        new SecretTables(platform, platform.components(), inputs).write(page);
        return page.toString();
    }

    private static void install(Markdown page, Environment environment, boolean secrets) {
        String release = environment.chart().name();
        String archive = environment.chartName() + "-" + environment.chart().version() + ".tgz";
        page.heading(2, "Install")
                .shell(InstallCommand.lines(release, archive, release, environment.name(), secrets))
                .paragraph("Helm 4 needs " + Markdown.code("--wait")
                        + ": without it, Helm does not wait until the cluster "
                        + "serves the kinds that the charts bring.")
                .paragraph("Helm makes the CRDs in " + Markdown.code("charts/*/crds/")
                        + " once, and neither changes nor "
                        + "deletes them later; after an upgrade that changes one, run "
                        + Markdown.code("kubectl apply --server-side --force-conflicts --filename") + " on its file.");
    }

    private static void charts(Markdown page, List<SubchartParts> parts) {
        List<List<String>> rows = parts.stream()
                .map(SubchartParts::component)
                .map(UmbrellaReadme::chart)
                .toList();
        page.heading(2, "Charts").table(List.of("Chart", "What it is", "Version", "Namespace"), rows);
    }

    private static List<String> chart(Component component) {
        String link = "[" + Markdown.code(component.name()) + "](charts/" + component.name() + "/README.md)";
        return List.of(
                link,
                Markdown.text(component.description()),
                Markdown.code(component.appVersion()),
                Markdown.code(component.namespace()));
    }

    private static List<Knob> withSwitches(List<Knob> knobs, List<SubchartParts> parts) {
        List<Knob> all = new ArrayList<>(knobs);
        parts.forEach(part -> all.add(Knob.enabled(part.name())));
        return all;
    }
}
