package dev.chartwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import dev.chartwright.problem.OutsideException;
import dev.chartwright.provenance.SigningKey;
import dev.chartwright.sign.ChartSigner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether packages are signed, with the options of `helm package`. */
final class SigningOptions {
    private static final int LONGEST_PASSPHRASE = 64 * 1024;
    private static final String STANDARD_INPUT = "-";

    @Option(names = "--sign", description = "sign each package; its signature stands beside it as .tgz.prov")
    private boolean sign;

    @Option(names = "--key", paramLabel = "NAME", description = "key to sign with: a part of its user id")
    private @Nullable String key;

    @Option(names = "--keyring", paramLabel = "FILE", description = "exported secret keys (gpg --export-secret-keys)")
    private @Nullable Path keyring;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "file with the passphrase of the key, - for standard input")
    private @Nullable Path passphraseFile;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** What signs a build. */
    ChartSigner signer(Instant time) {
        Optional<String> name = Optional.ofNullable(key);
        Optional<Path> file = Optional.ofNullable(keyring);
        boolean complete = name.isPresent() && file.isPresent();
        boolean some = name.isPresent() || file.isPresent() || passphraseFile != null;
        if (sign != complete || !sign && some) {
            throw new ParameterException(
                    Optional.ofNullable(command).orElseThrow().commandLine(),
                    "--sign, --key and --keyring are given together, or none of them");
        }
        return sign
                ? ChartSigner.with(SigningKey.open(file.orElseThrow(), name.orElseThrow(), passphrase()), time)
                : ChartSigner.none();
    }

    private char[] passphrase() {
        Optional<Path> file = Optional.ofNullable(passphraseFile);
        return file.map(SigningOptions::firstLine).orElse("").toCharArray();
    }

    private static String firstLine(Path file) {
        boolean standard = file.toString().equals(STANDARD_INPUT);
        try (InputStream input = standard ? System.in : Files.newInputStream(file)) {
            String text = new String(input.readNBytes(LONGEST_PASSPHRASE), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read the passphrase", unreadable);
        }
    }
}
