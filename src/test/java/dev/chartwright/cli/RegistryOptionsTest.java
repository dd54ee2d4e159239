package dev.chartwright.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets the login that is given on the command line. */
class RegistryOptionsTest {
    @TempDir
    private Path folder;

    private final PasswordHost named = new PasswordHost();
    private final PasswordHost other = new PasswordHost();

    /** Asks the named registry, then another. */
    @Command(name = "ask")
    private static final class AskCommand implements Runnable {
        private final List<Reference> references;

        @Mixin
        private final RegistryOptions options;

        AskCommand(RegistryOptions options, List<Reference> references) {
            this.options = options;
            this.references = references;
        }

        @Override
        public void run() {
            Registry registry = options.registry(references.get(0));
            for (Reference reference : references) {
                try {
                    registry.head(reference);
                } catch (OutsideException denied) {
                    assertThat(denied.problems().get(0).code()).isEqualTo("registry-login");
                }
            }
        }
    }

    /** A registry that nobody may enter, and that writes down who tried. */
    private static final class PasswordHost {
        private final List<String> logins = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        PasswordHost() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
            server.createContext("/", this::refuse);
        }

        private void refuse(HttpExchange exchange) throws IOException {
            List<String> login = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
            login.stream()
                    .map(value -> value.replace("Basic ", ""))
                    .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
                    .forEach(logins::add);
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        }

        String name() {
            return "localhost:" + server.getAddress().getPort();
        }
    }

    @BeforeEach
    void start() {
        named.server.start();
        other.server.start();
    }

    @AfterEach
    void stop() {
        named.server.stop(0);
        other.server.stop(0);
    }

    private CommandRun ask(String input, String... args) {
        InputStream stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        RegistryOptions options = new RegistryOptions(Map.of("DOCKER_CONFIG", folder.toString()), stream);
        List<Reference> references =
                List.of(Reference.parse(named.name() + "/shop:1"), Reference.parse(other.name() + "/shop:1"));
        StringWriter err = new StringWriter();
        int code = new CommandLine(new AskCommand(options, references))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new CommandRun(code, "", err.toString());
    }

    private void logIn(PasswordHost host) throws IOException {
        String auth = Base64.getEncoder().encodeToString("ann:of the file".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("config.json"), "{\"auths\":{\"" + host.name() + "\":{\"auth\":\"" + auth + "\"}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass:word", "pass:word\n", "pass:word\r\n"})
    void givesTheLoginToTheNamedRegistryOnly(String input) {
        assertThat(ask(input, "--plain-http", "--username", "bob", "--password-stdin")
                        .code())
                .isZero();
        assertThat(named.logins).containsExactly("bob:pass:word");
        assertThat(other.logins).isEmpty();
    }

    @Test
    void takesOffOneLineEndAndNothingElse() {
        ask(" pass word \n\n", "--plain-http", "--username", "bob", "--password-stdin");
        assertThat(named.logins).containsExactly("bob: pass word \n");
    }

    @Test
    void prefersAGivenLoginToTheFiles() throws IOException {
        logIn(named);
        ask("given", "--plain-http", "--username", "bob", "--password-stdin");
        assertThat(named.logins).containsExactly("bob:given");
    }

    @Test
    void readsTheFilesForEveryOtherRegistry() throws IOException {
        logIn(other);
        ask("given", "--plain-http", "--username", "bob", "--password-stdin");
        assertThat(named.logins).containsExactly("bob:given");
        assertThat(other.logins).containsExactly("ann:of the file");
    }

    @Test
    void readsNothingFromStandardInputUnlessTold() throws IOException {
        logIn(named);
        ask("given", "--plain-http");
        assertThat(named.logins).containsExactly("ann:of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--username bob",
                "--password-stdin",
                "--username bob:given --password-stdin",
                "--username= --password-stdin",
                "--username bob --password given",
            })
    void refusesHalfALogin(String args) {
        CommandRun run = ask("given", args.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(named.logins).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64 * 1024 + 1})
    void refusesNoPasswordAndOneThatIsNone(int length) {
        CommandRun run = ask("x".repeat(length), "--username", "bob", "--password-stdin");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--password-stdin wants a password on standard input, of at most 64 KiB");
        assertThat(run.err()).doesNotContain("xxx");
    }

    @Test
    void saysWhatIsWrongWithAnAuthorityBeforeAnythingIsSent() {
        Path absent = folder.resolve("absent.pem");
        StringWriter err = new StringWriter();
        RegistryOptions options = new RegistryOptions(Map.of(), InputStream.nullInputStream());
        int code = new CommandLine(new AskCommand(options, List.of(Reference.parse(named.name() + "/shop:1"))))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> failure instanceof OutsideException refused
                                && refused.problems().get(0).code().equals("ca-file")
                        ? ExitCode.OUTSIDE
                        : ExitCode.BUG)
                .execute("--ca-file", absent.toString());
        assertThat(code).isEqualTo(ExitCode.OUTSIDE);
    }
}
