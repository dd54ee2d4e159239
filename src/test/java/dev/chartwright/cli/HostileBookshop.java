package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Another team's platform with a description that means something in YAML, templates, terminals and URLs. */
final class HostileBookshop {
    /** In YAML. */
    private static final String DESCRIPTION =
            "#1: {{ .Values }} - 'it' & \\\"that\\\" \\u202e\\U0001F600 " + "long ".repeat(28);

    private final Path folder;

    HostileBookshop(Path folder) throws IOException {
        this.folder = folder;
        Path values = Files.createDirectory(folder.resolve("values"));
        try (Stream<Path> files = Files.list(Path.of("src/test/fixtures/bookshop/values"))) {
            for (Path file : files.toList()) {
                Files.copy(file, values.resolve(file.getFileName()));
            }
        }
        Path base = values.resolve("base.yaml");
        String text = Files.readString(base);
        String line = Matcher.quoteReplacement("description: \"" + DESCRIPTION + "\"");
        Files.writeString(base, text.replaceFirst("description: .*", line));
    }

    Path out() {
        return folder.resolve("out");
    }

    /** Runs a command that has to end well, and gives what it printed. */
    String run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--out", out().toString()));
        if (command.equals("build")) {
            words.addAll(List.of("--values", folder.resolve("values").toString()));
        }
        words.addAll(List.of(more));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run.out();
    }
}
