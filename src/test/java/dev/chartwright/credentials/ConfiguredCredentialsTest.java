package dev.chartwright.credentials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.oci.Credential;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ConfiguredCredentialsTest {
    private static final String SECRET = "hunter2:with:colons";
    private static final Credential ANN = Credential.password("ann", SECRET, "");
    private static final String AUTH =
            Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path home;

    private Optional<Credential> find(String registry) {
        return find(registry, variables());
    }

    private Map<String, String> variables() {
        return Map.of(
                "HELM_CONFIG_HOME", home.resolve("helm").toString(),
                "DOCKER_CONFIG", home.resolve("docker").toString(),
                "PATH", "relative:" + home.resolve("bin") + ":/usr/bin:/bin");
    }

    private Optional<Credential> find(String registry, Map<String, String> variables) {
        return credentials(variables)
                .find(registry)
                .map(found -> new Credential(found.kind(), found.username(), found.secret(), ""));
    }

    private ConfiguredCredentials credentials(Map<String, String> variables) {
        return new ConfiguredCredentials(variables, home, Duration.ofMinutes(1));
    }

    private void helm(String json) throws IOException {
        write(home.resolve("helm/registry/config.json"), json);
    }

    private void docker(String json) throws IOException {
        write(home.resolve("docker/config.json"), json);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void helper(String name, String script) throws IOException {
        Path file = home.resolve("bin/docker-credential-" + name);
        write(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ConfiguredCredentials impatient() {
        return new ConfiguredCredentials(variables(), home, Duration.ofSeconds(2));
    }

    private Problem problem(String registry) {
        return catchThrowableOfType(OutsideException.class, () -> impatient().find(registry))
                .problems()
                .get(0);
    }

    @Test
    void findsNothingWhereNobodyLoggedIn() {
        assertThat(find("ghcr.io")).isEmpty();
    }

    @Test
    void takesHelmBeforeDocker() throws IOException {
        helm("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"}}}");
        docker("{\"auths\":{\"ghcr.io\":{\"username\":\"bob\",\"password\":\"x\"},\"quay.io\":{\"username\":\"bob\","
                + "\"password\":\"x\"}}}");
        assertThat(find("ghcr.io")).contains(ANN);
        assertThat(find("quay.io")).contains(Credential.password("bob", "x", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io, ghcr.io",
        "ghcr.io, https://ghcr.io",
        "ghcr.io, https://ghcr.io/v2/",
        "docker.io, https://index.docker.io/v1/",
        "registry-1.docker.io, https://index.docker.io/v1/",
        "docker.io, index.docker.io",
        "docker.io, docker.io",
        "index.docker.io, https://registry-1.docker.io/v2/",
        "ghcr.io, GHCR.io",
        "GHCR.io, ghcr.io",
        "localhost:5000, localhost:5000",
    })
    void knowsTheNamesOfARegistry(String registry, String key) throws IOException {
        docker("{\"auths\":{\"" + key + "\":{\"auth\":\"" + AUTH + "\"}}}");
        assertThat(find(registry)).contains(ANN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io.example.com", "evil-ghcr.io", "localhost:5001", "localhost", "io", "docker.io"})
    void givesALoginToNobodyElse(String registry) throws IOException {
        docker("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"},\"localhost:5000\":{\"auth\":\"" + AUTH + "\"}}}");
        assertThat(find(registry)).isEmpty();
    }

    @Test
    void readsIdentityTokens() throws IOException {
        docker("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\",\"identitytoken\":\"token\"}}}");
        assertThat(find("ghcr.io")).contains(Credential.identityToken("token", ""));
    }

    @Test
    void readsRegistryTokensBeforeAllElse() throws IOException {
        docker("{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH
                + "\",\"identitytoken\":\"token\",\"registrytoken\":\"bearer\"}}}");
        assertThat(find("ghcr.io")).contains(Credential.registryToken("bearer", ""));
    }

    @Test
    void tellsWhereALoginIsFromAndWhereItLooked() throws IOException {
        helper("store", "echo '{\"Username\":\"ann\",\"Secret\":\"s\"}'");
        docker("{\"credHelpers\":{\"quay.io\":\"store\"},\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"}}}");
        ConfiguredCredentials credentials = credentials(variables());
        Path helm = home.resolve("helm/registry/config.json");
        Path docker = home.resolve("docker/config.json");

        assertThat(credentials.find("ghcr.io").orElseThrow().source()).isEqualTo("`" + docker + "`");
        assertThat(credentials.find("quay.io").orElseThrow().source()).isEqualTo("the credential helper `store`");
        assertThat(credentials.places()).isEqualTo("`" + helm + "` (no such file) and `" + docker + "`");
    }

    @Test
    void namesTheLineOfWhatIsNoJson() throws IOException {
        docker("{\n  \"auths\": {\n    \"ghcr.io\": hunter2\n  }\n}\n");
        assertThat(problem("ghcr.io").what()).isEqualTo("the file of registry logins is no JSON from line 3 on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"auths\":null}", "{\"auths\":{}}", "{\"auths\":{\"ghcr.io\":{}}}"})
    void livesWithFilesThatHoldNoLogin(String json) throws IOException {
        docker(json);
        assertThat(find("ghcr.io")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"auths\":[]}",
                "{\"auths\":{\"ghcr.io\":\"hunter2\"}}",
                "{\"auths\":{\"ghcr.io\":{\"auth\":\"hunter2\"}}}",
                "{\"auths\":{\"ghcr.io\":{\"auth\":\"aHVudGVyMg==\"}}}",
                "{\"auths\":{\"ghcr.io\":{\"auth\":hunter2}}}",
                "{\"auths\":{\"ghcr.io\":{\"auth\":[\"hunter2\"]}}}",
                "{\"auths\":{\"ghcr.io\":{\"auth\":7}}}",
                "{\"auths\":{\"ghcr.io\":{\"identitytoken\":{\"hunter2\":1}}}}",
                "{\"auths\":{\"ghcr.io\":{\"registrytoken\":\"hunter2\\r\\nx: y\"}}}",
                "{\"auths\":{\"ghcr.io\":{\"username\":\"ann\",\"password\":[\"hunter2\"]}}}",
                "{\"credHelpers\":{\"ghcr.io\":[\"hunter2\"]}}",
                "{\"credHelpers\":\"hunter2\"}",
                "{\"credsStore\":[\"hunter2\"]}",
            })
    void refusesABrokenFileWithoutShowingIt(String json) throws IOException {
        docker(json);
        Problem problem = problem("ghcr.io");
        assertThat(problem.code()).isEqualTo("credentials-file");
        assertThat(problem.toString()).doesNotContain("hunter2", "aHVudGVyMg");
    }

    @Test
    void asksARegistrysOwnHelperThenTheStoreThenTheFile() throws IOException {
        helper("own", "read server; echo \"{\\\"Username\\\":\\\"own\\\",\\\"Secret\\\":\\\"$server\\\"}\"");
        helper("store", "echo '{\"Username\":\"<token>\",\"Secret\":\"s\"}'");
        docker("{\"credHelpers\":{\"ghcr.io\":\"own\"},\"credsStore\":\"store\",\"auths\":{\"ghcr.io\":{\"auth\":\""
                + AUTH + "\"}}}");
        assertThat(find("ghcr.io")).contains(Credential.password("own", "ghcr.io", ""));
        assertThat(find("quay.io")).contains(Credential.identityToken("s", ""));
    }

    @Test
    void goesOnWhereAHelperHasNothing() throws IOException {
        helper("store", "echo 'credentials not found in native keychain'; exit 1");
        docker("{\"credsStore\":\"store\",\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"}}}");
        assertThat(find("ghcr.io")).contains(ANN);
        assertThat(find("quay.io")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../bin/sh", "a/b", "-x", "a b", "a;b", ".", "x\\ny"})
    void refusesAHelperThatIsNoName(String name) throws IOException {
        docker("{\"credsStore\":\"" + name.replace("\\n", "\\u000a") + "\"}");
        assertThat(problem("ghcr.io").what()).contains("no name of a program");
    }

    @Test
    void refusesAHelperThatIsNotThere() throws IOException {
        docker("{\"credsStore\":\"nowhere\"}");
        assertThat(problem("ghcr.io").what()).contains("not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 0", "sleep 0.3; exit 0"})
    @Timeout(20)
    void doesNotWaitForAChildThatAHelperLeaves(String end) throws IOException {
        helper("store", "(sleep 30) & echo '{\"Username\":\"ann\",\"Secret\":\"" + SECRET + "\"}'; " + end);
        docker("{\"credsStore\":\"store\"}");
        assertThat(find("ghcr.io")).contains(ANN);
    }

    @Test
    @Timeout(20)
    void endsTheChildrenOfAHelperThatHangs() throws IOException, InterruptedException {
        Path child = home.resolve("child");
        helper("store", "sleep 60 & echo $! > " + child + "; wait");
        docker("{\"credsStore\":\"store\"}");
        assertThat(problem("ghcr.io").what()).isEqualTo("the credential helper `store` did not answer within 2 s");
        long pid = Long.parseLong(Files.readString(child).strip());
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hunter2; exit 3",
                "echo hunter2 >&2; exit 1",
                "echo '{hunter2'",
                "yes hunter2",
                "echo",
                "echo '[\"hunter2\"]'",
                "echo '{\"Username\":\"ann\",\"Secret\":[\"hunter2\"]}'",
                "exec sleep 60",
                "exec >&-; echo hunter2 >&2; sleep 60",
                "kill -9 $$",
            })
    @Timeout(20)
    void endsAHelperThatDoesNotBehaveAndShowsNothingOfIt(String script) throws IOException {
        helper("store", script);
        docker("{\"credsStore\":\"store\"}");
        Problem problem = problem("ghcr.io");
        assertThat(problem.code()).isEqualTo("credential-helper");
        assertThat(problem.toString()).doesNotContain("hunter2");
    }

    @Test
    void leavesARegistryToTheFileWhereItsHelperHasNoName() throws IOException {
        docker("{\"credHelpers\":{\"ghcr.io\":\"\"},\"credsStore\":\"nowhere\",\"auths\":{\"ghcr.io\":{\"auth\":\""
                + AUTH + "\"}}}");
        assertThat(find("ghcr.io")).contains(ANN);
    }

    @Test
    void asksHelpersForDockerHubUnderItsOwnName() throws IOException {
        helper("store", "read server; echo \"{\\\"Username\\\":\\\"own\\\",\\\"Secret\\\":\\\"$server\\\"}\"");
        docker("{\"credsStore\":\"store\"}");
        assertThat(find("docker.io")).contains(Credential.password("own", "https://index.docker.io/v1/", ""));
    }

    @Test
    void findsHelpersInAbsoluteFoldersOnly() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(home.resolve("bin"));
        helper("store", "echo '{}'");
        Files.createDirectories(home.resolve("other/docker-credential-folder"));
        docker("{\"credsStore\":\"store\",\"credHelpers\":{\"quay.io\":\"folder\"}}");
        Map<String, String> variables = Map.of(
                "DOCKER_CONFIG", home.resolve("docker").toString(), "PATH", relative + "::.:" + home.resolve("other"));
        assertThat(catchThrowableOfType(OutsideException.class, () -> find("ghcr.io", variables)))
                .isNotNull();
        assertThat(catchThrowableOfType(OutsideException.class, () -> find("quay.io", variables)))
                .isNotNull();
    }

    @Test
    void prefersTheKeyThatDockerWritesToday() throws IOException {
        docker("{\"auths\":{\"http://ghcr.io\":{\"username\":\"old\",\"password\":\"x\"},\"ghcr.io\":{\"auth\":\""
                + AUTH + "\"}}}");
        assertThat(find("ghcr.io")).contains(ANN);
    }

    @ParameterizedTest
    @CsvSource({
        "HELM_REGISTRY_CONFIG, file",
        "HELM_CONFIG_HOME, registry/config.json",
        "XDG_CONFIG_HOME, helm/registry/config.json",
        "DOCKER_CONFIG, config.json",
        "HOME, .docker/config.json",
    })
    void looksWhereAVariableSays(String variable, String file) throws IOException {
        Path folder = home.resolve("of a variable");
        write(folder.resolve(file), "{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"}}}");
        String value =
                variable.equals("HELM_REGISTRY_CONFIG") ? folder.resolve(file).toString() : folder.toString();
        assertThat(find("ghcr.io", Map.of(variable, value))).contains(ANN);
        assertThat(find("ghcr.io", Map.of(variable, ""))).isEmpty();
    }

    @Test
    void looksInTheHomeFolderWithoutVariables() throws IOException {
        write(home.resolve(".docker/config.json"), "{\"auths\":{\"ghcr.io\":{\"auth\":\"" + AUTH + "\"}}}");
        assertThat(find("ghcr.io", Map.of())).contains(ANN);
    }

    @Test
    void namesTheFileAndTheHostOfABrokenLogin() throws IOException {
        docker("{\"auths\":{\"ghcr.io\":{\"auth\":\"hunter2\"}}}");
        Problem problem = problem("ghcr.io");
        assertThat(problem.location().toString())
                .contains(home.resolve("docker/config.json").toString());
        assertThat(problem.what())
                .isEqualTo("the file of registry logins holds an `auth` for `ghcr.io` that is no user and password in"
                        + " base64");
    }
}
