package dev.chartwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.chartwright.credentials.ConfiguredCredentials;
import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Credentials;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import dev.chartwright.registry.Waiting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How registries are spoken to, and as whom. */
final class RegistryOptions {
    private static final int LONGEST_PASSWORD = 64 * 1024;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "user of the registry, with --password-stdin (default: the logins of Helm, then of Docker)")
    private @Nullable String username;

    @Option(names = "--password-stdin", description = "read the password, or an access token, from standard input")
    private boolean passwordStdin;

    @Option(names = "--plain-http", description = "speak http; a registry on this machine needs no such word")
    private boolean plainHttp;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "PEM file with authorities to trust beside those of Java")
    private @Nullable Path caFile;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private final Map<String, String> variables;
    private final InputStream input;

    RegistryOptions() {
        this(System.getenv(), System.in);
    }

    RegistryOptions(Map<String, String> variables, InputStream input) {
        this.variables = variables;
        this.input = input;
    }

    /** Registries, with the given login for the host of one reference only. */
    Registry registry(Reference reference) {
        return registry(reference, this::tell);
    }

    /** The same, and who is told what is waited for. */
    Registry registry(Reference reference, Consumer<String> told) {
        return new Registry(
                settings(), new GivenCredentials(reference.registry(), given(), configured()), Waiting.telling(told));
    }

    private void tell(String line) {
        Optional.ofNullable(command).map(spec -> spec.commandLine().getErr()).ifPresent(err -> err.println(line));
    }

    /** Registries, with the logins that are configured for them: a given one would go to all of them. */
    Registry registries() {
        if (passwordStdin || username != null) {
            throw usage("a login cannot be given for several registries; run `helm registry login` for each");
        }
        return new Registry(settings(), configured(), Waiting.telling(this::tell));
    }

    private Credentials configured() {
        return new ConfiguredCredentials(variables, Path.of(System.getProperty("user.home", "")));
    }

    /** The same for a command of Helm, each word with a blank before it. */
    String helmFlags() {
        return (plainHttp ? " --plain-http" : "")
                + Optional.ofNullable(caFile).map(file -> " --ca-file " + file).orElse("");
    }

    private RegistrySettings settings() {
        return new RegistrySettings(plainHttp, Optional.ofNullable(caFile), variables, Limits.standard());
    }

    private Optional<Credential> given() {
        Optional<String> name = Optional.ofNullable(username);
        if (name.isPresent() != passwordStdin) {
            throw usage("--username and --password-stdin are given together, or neither");
        }
        if (name.filter(user -> user.isBlank() || user.contains(":")).isPresent()) {
            throw usage("--username is a name without colon; a token goes with any name");
        }
        return name.map(user -> Credential.password(user, password(), "`--username`"));
    }

    private ParameterException usage(String text) {
        return new ParameterException(Optional.ofNullable(command).orElseThrow().commandLine(), text);
    }

    /** The newline that `echo` adds is no part of a password. */
    private String password() {
        try {
            byte[] bytes = input.readNBytes(LONGEST_PASSWORD + 1);
            String password = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
            if (password.isEmpty() || bytes.length > LONGEST_PASSWORD) {
                throw usage("--password-stdin wants a password on standard input, of at most 64 KiB");
            }
            return password;
        } catch (IOException broken) {
            throw new OutsideException("cannot read the password", broken);
        }
    }
}
