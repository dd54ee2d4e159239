package dev.chartwright.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.Pipeline;
import dev.chartwright.secrets.SecretsWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the secret values of an environment once, for nobody else to read. */
@Command(
        name = "init",
        description = "Writes random values for every secret that must be given at install.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SecretsInitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ENV", description = "environment")
    private String environment = "";

    @Option(names = "--out", paramLabel = "FILE", description = "file to write (default: .secrets/<ENV>.yaml)")
    private @Nullable Path out;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrivateFile file = Optional.ofNullable(out)
                .map(path -> new PrivateFile(path, false))
                .orElseGet(() -> new PrivateFile(Path.of(".secrets", environment + ".yaml"), true));
        file.refuseExisting();
        Pipeline pipeline = new Pipeline(sources.folders(Path.of("")), Instant.EPOCH);
        String text = new SecretsWriter(new SecureRandom())
                .write(pipeline.load(environment).platform());
        file.write(text).ifPresent(word -> spec.commandLine().getErr().println(word));
        spec.commandLine().getOut().println(file + ": values of " + environment + ", readable by you alone");
        if (text.contains(SecretsWriter.BLANK)) {
            spec.commandLine().getOut().println("replace each " + SecretsWriter.BLANK + " in it by its ciphertext");
        }
        return ExitCode.DONE;
    }
}
