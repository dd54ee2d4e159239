package dev.chartwright.credentials;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Finds credential helpers on the PATH.
 *
 * @param variables environment variables, for PATH and for the helper itself
 * @param limit how long a helper may take
 */
record HelperFinder(Map<String, String> variables, Duration limit) {
    /** A name becomes part of a command: no path, no option. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final String PREFIX = "docker-credential-";

    /** In absolute folders only, as Go does: what lies in a working folder may be anybody's. */
    CredentialProgram find(String name, String config) {
        if (!NAME.matcher(name).matches()) {
            throw problem(config, "names the credential helper " + Quote.of(name) + ", which is no name of a program");
        }
        Path program = Arrays.stream(variables.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .flatMap(folder -> Stream.of("", ".exe").map(end -> folder.resolve(PREFIX + name + end)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(
                        () -> problem(config, "names the credential helper `" + name + "`, which is not installed"));
        return new CredentialProgram(program, name, this);
    }

    private static OutsideException problem(String file, String what) {
        return new OutsideException(new Problem(
                Location.ofFile(file),
                "credential-helper",
                "the file of registry logins " + what,
                "`credsStore` and `credHelpers` name programs `docker-credential-<name>` on the PATH",
                "install the helper, or remove its line and run `helm registry login <host>` again"));
    }
}
