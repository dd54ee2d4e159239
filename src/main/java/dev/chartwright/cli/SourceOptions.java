package dev.chartwright.cli;

import java.nio.file.Path;

import dev.chartwright.Folders;
import picocli.CommandLine.Option;

/** Options that name the folders a platform is made from; the defaults are those of the working folder. */
final class SourceOptions {
    @Option(
            names = "--values",
            paramLabel = "DIR",
            defaultValue = "values",
            description = "environments (default: ${DEFAULT-VALUE})")
    private Path values = Path.of("");

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            defaultValue = "templates",
            description = "templates (default: ${DEFAULT-VALUE})")
    private Path templates = Path.of("");

    @Option(
            names = "--schema",
            paramLabel = "DIR",
            defaultValue = "schema",
            description = "schemas (default: ${DEFAULT-VALUE})")
    private Path schema = Path.of("");

    Folders folders(Path out) {
        return new Folders(values, templates, schema, out);
    }
}
