package dev.chartwright.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The real GnuPG with a home of its own. */
final class Gnupg {
    private static final Path PROGRAM = Path.of("/usr/bin/gpg");
    private final Path home;

    Gnupg(Path home) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "there is no gpg");
        this.home = Files.createDirectories(home);
        Files.setPosixFilePermissions(home, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }

    /** What it says; its exit code is not looked at, for it has one for each opinion. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--batch",
                "--yes",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "",
                "--homedir"));
        command.add(home.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return output;
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String fingerprint(String user) {
        return run("--with-colons", "--list-keys", user)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow();
    }

    String subkey(String user) {
        List<String> prints = run("--with-colons", "--list-keys", user)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .toList();
        return prints.get(prints.size() - 1);
    }

    /** Takes back a whole key, with the word that was written down when it was made. */
    void revoke(String user) throws IOException {
        String print = fingerprint(user);
        Path word = home.resolve("openpgp-revocs.d").resolve(print + ".rev");
        Path open = home.resolve(print + ".asc");
        Files.writeString(open, Files.readString(word).replace(":-----BEGIN", "-----BEGIN"));
        run("--import", open.toString());
    }

    Path publicKeys(Path file, String... users) {
        return export(file, "--export", users);
    }

    Path secretKeys(Path file, String... users) {
        return export(file, "--export-secret-keys", users);
    }

    private Path export(Path file, String how, String... users) {
        List<String> arguments = new ArrayList<>(List.of("--output", file.toString(), how));
        arguments.addAll(List.of(users));
        run(arguments.toArray(String[]::new));
        return file;
    }
}
