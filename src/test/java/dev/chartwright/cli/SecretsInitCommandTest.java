package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsInitCommandTest {
    @TempDir
    private Path folder;

    private CommandRun init() {
        return CommandRun.of("secrets", "init", "local", "--out", file().toString());
    }

    private Path file() {
        return folder.resolve("private/local.yaml");
    }

    @Test
    void writesEveryValueThatAnInstallNeeds() {
        assertThat(init().code()).isEqualTo(ExitCode.DONE);
        JsonNode written = new YamlReader().read(file(), "secrets").root().at("/global/secrets");
        Platform platform = new PlatformLoader(Path.of("values"), Path.of("schema"))
                .load("local")
                .platform();
        assertThat(platform.components().stream().flatMap(component -> component.secretInputs().stream()))
                .isNotEmpty()
                .allSatisfy(input ->
                        assertThat(written.path(input.path()).asString()).isNotBlank());
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        init();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void neverPrintsAValue() {
        CommandRun run = init();
        String password = new YamlReader()
                .read(file(), "secrets")
                .root()
                .at("/global/secrets/rabbitmq~1admin-credentials~1password")
                .stringValue();
        assertThat(run.out() + run.err()).doesNotContain(password);
    }

    @Test
    void keepsAFileThatIsThere() throws IOException {
        init();
        String before = Files.readString(file());
        CommandRun again = init();
        assertThat(again.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(again.err()).contains("[secrets-exist]");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void keepsALinkThatLeadsNowhere() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), folder.resolve("elsewhere"));
        assertThat(init().code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }
}
