package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds, and builds again beside what was built before. */
class PreviousBuildIT {
    private static final String PACKAGE = "bookshop-live-2.4.1.tgz";

    @TempDir
    private Path folder;

    @BeforeEach
    void buildOnce() throws IOException {
        Files.createDirectories(folder.resolve("values"));
        try (Stream<Path> files = Files.list(Path.of("src/test/fixtures/bookshop/values"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("values").resolve(file.getFileName()));
            }
        }
        assertThat(run("build", "live")).extracting(CommandRun::code).isEqualTo(ExitCode.DONE);
    }

    private CommandRun run(String command, String... more) {
        String[] fixed = {
            command,
            "--values",
            folder.resolve("values").toString(),
            "--out",
            folder.resolve("out").toString()
        };
        return CommandRun.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    private CommandRun compare(String... more) {
        return run(
                "check",
                Stream.concat(Stream.of("--previous", folder.resolve("out").toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve("values").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
