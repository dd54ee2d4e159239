package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.Reachability.Host;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Walks every pair of pods of every environment, as real Helm renders them, and holds what reaches what against a list
 * that people read: {@code src/test/golden/reachable}. What is not in the list is closed.
 */
class NetworkPolicyProofIT {
    private static final Path GOLDEN = Path.of("src/test/golden/reachable");

    /** Ports that no policy names. */
    private static final Set<Integer> OTHER_PORTS = Set.of(9, 22, 80, 443, 8080);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"codedang, production", "codedang, stage", "codedang, local", "bookshop, live", "bookshop, trial"})
    void podsReachWhatIsDeclaredAndNothingElse(String platform, String environment) throws IOException {
        String reachable = String.join("\n", reachable(load(platform, environment))) + "\n";
        Path golden = GOLDEN.resolve(platform + "-" + environment + ".txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, reachable);
            fail("review and commit " + golden);
        }
        assertThat(reachable).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    /** Whoever takes one need out of the values closes exactly that way. */
    @ParameterizedTest
    @CsvSource({
        "redis, false, client-api > cache: TCP 6379",
        "database, false, client-api > postgres-v18: TCP 5432",
        "rabbitmq.managementApi, false, client-api > broker: TCP 15671",
    })
    void aNeedThatIsTakenOutClosesItsWay(String need, boolean value, String way) {
        Platform stage = load("codedang", "stage");
        int index = stage.applications().stream()
                .map(application -> application.name())
                .toList()
                .indexOf("client-api");
        Platform poorer = Records.with(stage, "applications." + index + ".network.needs." + need, value);
        assertThat(difference(reachable(stage), reachable(poorer))).containsExactly(way);
        assertThat(difference(reachable(poorer), reachable(stage))).isEmpty();
    }

    @Test
    void aRouteThatIsTakenOutClosesItsWay() {
        Platform stage = load("codedang", "stage");
        Platform closed = Records.with(stage, "rabbitmq.access.console", Optional.empty());
        assertThat(difference(reachable(stage), reachable(closed)))
                .containsExactly("traefik of k3s > broker: TCP 15671");
    }

    /** Whoever takes a rule out of a template, or a limit off a rule, is found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "networkpolicy-client-api.yaml;          podSelector:\\n            matchLabels:\\n(              .*\\n)+",
                "networkpolicy-client-api.yaml;    - ports:\\n        - protocol: \"TCP\"\\n          port: 6379\\n      to:\\n(        .*\\n)+",
                "networkpolicy-default-deny-redis.yaml;  policyTypes: .*\\n",
            })
    void aTemplateThatSaysSomethingElseIsFound(String file, String rule) {
        Platform stage = load("codedang", "stage");
        AtomicInteger changes = new AtomicInteger();
        BinaryOperator<String> other = (path, text) -> {
            String changed = path.endsWith(file) ? text.replaceFirst(rule, "") : text;
            changes.addAndGet(changed.equals(text) ? 0 : 1);
            return changed;
        };
        SortedSet<String> broken = reachable(BuiltPlatform.of(stage).rewritten(other));
        assertThat(changes).hasValue(1);
        assertThat(broken).isNotEqualTo(reachable(stage));
    }

    @Test
    void oneValueTurnsAllOff() {
        BuiltPlatform stage = BuiltPlatform.of(load("codedang", "stage"));
        String off = BuiltPlatform.template(BuiltPlatform.pack(stage.chart(), folder))
                .withValuesFile(stage.secrets(folder))
                .set("networkPolicies.enabled", "false")
                .call();
        assertThat(off).contains("kind: Deployment").doesNotContain("NetworkPolicy");
    }

    @Test
    void policiesFollowANamespaceThatIsChangedAtInstall() {
        BuiltPlatform stage = BuiltPlatform.of(load("codedang", "stage"));
        String moved = BuiltPlatform.template(BuiltPlatform.pack(stage.chart(), folder))
                .withValuesFile(stage.secrets(folder))
                .set("client-api.namespace", "elsewhere")
                .call();
        List<String> policies = Stream.of(moved.split("\n---\n"))
                .filter(text -> text.contains("kind: NetworkPolicy") && !text.contains("default-deny"))
                .toList();
        assertThat(policies).noneMatch(text -> text.contains("metadata.name: \"client-api\""));
        assertThat(policies).anyMatch(text -> text.contains("metadata.name: \"elsewhere\""));
        assertThat(policies)
                .filteredOn(text -> text.contains("name: \"client-api\""))
                .anyMatch(text -> text.contains("namespace: \"elsewhere\""));
    }

    private static Platform load(String platform, String environment) {
        Path values = platform.equals("codedang") ? BuiltPlatform.CODEDANG : BuiltPlatform.BOOKSHOP;
        return BuiltPlatform.load(values, environment);
    }

    private SortedSet<String> reachable(Platform platform) {
        return reachable(BuiltPlatform.of(platform));
    }

    private SortedSet<String> reachable(BuiltPlatform built) {
        RenderedPlatform rendered = new RenderedPlatform(built, folder);
        Reachability network = new Reachability(rendered.ofKind("NetworkPolicy").toList());
        List<Host> hosts = new PlatformHosts(rendered).all();
        SortedSet<String> lines = new TreeSet<>();
        for (Host from : hosts) {
            hosts.stream()
                    .filter(to -> isOfInterest(network, from, to))
                    .forEach(to -> line(network, from, to).ifPresent(lines::add));
        }
        return lines;
    }

    /** Between two strangers everything is open; that is not the platform's to say. */
    private static boolean isOfInterest(Reachability network, Host from, Host to) {
        return !network.reaches(from, to, "TCP", 9);
    }

    private static Optional<String> line(Reachability network, Host from, Host to) {
        String open = Stream.of("TCP", "UDP")
                .map(protocol -> open(network, from, to, protocol))
                .filter(ports -> !ports.isEmpty())
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? Optional.empty() : Optional.of(from.name() + " > " + to.name() + ": " + open);
    }

    private static String open(Reachability network, Host from, Host to, String protocol) {
        SortedSet<Integer> ports = network.ports();
        ports.addAll(OTHER_PORTS);
        String open = ports.stream()
                .filter(port -> network.reaches(from, to, protocol, port))
                .map(port -> Integer.toString(port))
                .collect(Collectors.joining(" "));
        return open.isEmpty() ? "" : protocol + " " + open;
    }

    private static SortedSet<String> difference(SortedSet<String> some, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(words(some));
        rest.removeAll(words(others));
        return rest;
    }

    /** One entry for each port, so that a port less is a difference of one entry. */
    private static List<String> words(SortedSet<String> lines) {
        return lines.stream()
                .flatMap(line -> {
                    String ends = line.substring(0, line.indexOf(": ") + 2);
                    return Arrays.stream(line.substring(ends.length()).split(", "))
                            .flatMap(group -> Arrays.stream(group.substring(4).split(" "))
                                    .map(port -> ends + group.substring(0, 4) + port));
                })
                .toList();
    }
}
