package dev.chartwright.credentials;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.chartwright.oci.Credential;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that keeps logins (docker/docker-credential-helpers, "Development").
 *
 * @param program its file
 * @param name without its prefix
 * @param finder who found it
 */
record CredentialProgram(Path program, String name, HelperFinder finder) {
    private static final String NOT_FOUND = "credentials not found in native keychain";
    /** The user name of an identity token. */
    private static final String TOKEN = "<token>";

    /** What it printed, and how it ended. */
    private record Output(int code, String text) {}

    /** The login of a server, if the helper has one. */
    Optional<Credential> get(String server) {
        Output output = run(server);
        if (output.code() != 0) {
            if (output.text().strip().equals(NOT_FOUND)) {
                return Optional.empty();
            }
            throw problem("ended with code " + output.code());
        }
        return parse(output.text());
    }

    private Optional<Credential> parse(String text) {
        try {
            JsonNode answer = JsonMapper.shared().readTree(text);
            String user = text(answer, "Username");
            String secret = text(answer, "Secret");
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            String source = "the credential helper `" + name + "`";
            return Optional.of(
                    user.equals(TOKEN)
                            ? Credential.identityToken(secret, source)
                            : Credential.password(user, secret, source));
        } catch (JacksonException broken) {
            // Its text would quote the secret.
            throw problem("printed no JSON");
        }
    }

    private String text(JsonNode answer, String key) {
        JsonNode value = answer.path(key);
        if (!answer.isObject() || !value.isMissingNode() && !value.isString()) {
            throw problem("printed JSON that is no login");
        }
        return value.asString("");
    }

    private Output run(String server) {
        Process process = start();
        HelperOutput output = HelperOutput.of(process);
        try {
            write(process, server);
            if (!process.waitFor(finder.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw problem("did not answer within " + finder.limit().toSeconds() + " s");
            }
            String text = output.text().orElseThrow(() -> problem("printed more than a login"));
            return new Output(process.exitValue(), text);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } finally {
            output.kill();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "get");
        builder.environment().clear();
        builder.environment().putAll(finder.variables());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException refused) {
            throw problem("cannot be started");
        }
    }

    private static void write(Process process, String server) {
        try (OutputStream input = process.getOutputStream()) {
            input.write((server + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // It may answer without reading; if it does not, that is told.
        }
    }

    private OutsideException problem(String what) {
        return new OutsideException(new Problem(
                Location.ofFile("docker-credential-" + name),
                "credential-helper",
                "the credential helper `" + name + "` " + what,
                "it is asked for the login of a registry, and answers with JSON on its output",
                "run `docker-credential-" + name + " list` to see whether it works, or give `--username` and"
                        + " `--password-stdin`"));
    }
}
