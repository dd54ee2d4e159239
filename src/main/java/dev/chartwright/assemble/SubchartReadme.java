package dev.chartwright.assemble;

import java.util.List;

import dev.chartwright.model.Component;
import dev.chartwright.model.Environment;
import dev.chartwright.model.Platform;

/** Writes the README.md of a subchart. */
final class SubchartReadme {
    private SubchartReadme() {}

    static String write(Platform platform, SubchartParts parts) {
        Component component = parts.component();
        Environment environment = platform.environment();
        Markdown page = new Markdown()
                .heading(1, component.name())
                .paragraph(Markdown.text(component.description()))
                .paragraph("Version " + Markdown.code(environment.chart().version()) + ", program version "
                        + Markdown.code(component.appVersion()) + ".");
        install(page, environment, parts);
        if (!parts.knobs().isEmpty()) {
            page.heading(2, "Values");
            KnobTable.write(page, parts.knobs());
        }
        new SecretTables(platform, List.of(component), parts.secrets()).write(page);
        return page.toString();
    }

    private static void install(Markdown page, Environment environment, SubchartParts parts) {
        String name = parts.name();
        page.heading(2, "Install")
                .paragraph("This chart is part of the umbrella chart " + Markdown.code(environment.chartName())
                        + ", where its values stand below " + Markdown.code(name) + " and "
                        + Markdown.code(name + ".enabled=false") + " leaves it out. It can also be installed alone:");
        String archive = name + "-" + environment.chart().version() + ".tgz";
        String namespace = parts.component().namespace();
        page.shell(InstallCommand.lines(
                name, archive, namespace, environment.name(), !parts.secrets().isEmpty()));
    }
}
