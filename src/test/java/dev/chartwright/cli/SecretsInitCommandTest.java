package dev.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.ChildJvm;
import dev.chartwright.Main;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsInitCommandTest {
    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

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
        Platform platform = new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"))
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

    /** A folder of somebody else's purpose is left as it is, and the reader is told. */
    @Test
    void saysThatItsFolderIsOpen() throws IOException {
        Files.createDirectories(file().getParent(), PosixFilePermissions.asFileAttribute(OPEN));
        Files.setPosixFilePermissions(file().getParent(), OPEN);
        CommandRun run = init();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("others may look into the folder of ");
        assertThat(Files.getPosixFilePermissions(file().getParent())).isEqualTo(OPEN);
    }

    @Test
    void closesTheFolderThatIsThereForSecrets() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve(".secrets"));
        Files.setPosixFilePermissions(secrets, OPEN);
        Optional<String> word = new PrivateFile(secrets.resolve("local.yaml"), true).write("a: 1\n");
        assertThat(word).hasValueSatisfying(text -> assertThat(text).endsWith("it is yours alone now"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
    }

    /** A limit on the size of files is a disk without room. */
    @Test
    void leavesNothingWhereTheDiskIsFull() throws IOException, InterruptedException {
        List<String> java = ChildJvm.builder(Main.class, List.of("-XX:-UsePerfData"), Map.of())
                .command();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"));
        command.addAll(java);
        command.addAll(List.of("secrets", "init", "local", "--out", file().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.OUTSIDE);
        assertThat(said).contains("cannot write ");
        assertThat(file().getParent()).isEmptyDirectory();
    }
}
