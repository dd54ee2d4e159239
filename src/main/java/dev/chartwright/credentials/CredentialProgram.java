package dev.chartwright.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
    private static final int LONGEST = 64 * 1024;
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
            String user = answer.path("Username").asString("");
            String secret = answer.path("Secret").asString("");
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Credential(user.equals(TOKEN) ? "" : user, secret));
        } catch (JacksonException broken) {
            // Its text would quote the secret.
            throw problem("printed no JSON");
        }
    }

    private Output run(String server) {
        Process process = start();
        CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        try {
            write(process, server);
            long end = System.nanoTime() + finder.limit().toNanos();
            String printed = text.get(finder.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw problem("did not end within " + finder.limit().toSeconds() + " s");
            }
            return new Output(process.exitValue(), printed);
        } catch (TimeoutException late) {
            throw problem("did not answer within " + finder.limit().toSeconds() + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BugException("interrupted, though nothing interrupts", stopped);
        } catch (ExecutionException broken) {
            throw problem("printed more than a login, or broke off");
        } finally {
            kill(process);
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

    private static String read(InputStream output) {
        try {
            byte[] bytes = output.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalStateException("too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("broken", broken);
        }
    }

    /** With its children, which would else keep its output open. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
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
