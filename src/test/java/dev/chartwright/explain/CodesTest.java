package dev.chartwright.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The codes of the program, those that are explained, those of the README and those with a golden folder are the same. */
class CodesTest {
    private static final int LONGEST_RULE = 120;
    private static final Pattern LITERAL = Pattern.compile("\"((?!x-)[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    private static final Pattern SECTION =
            Pattern.compile("(?s)(?<=\\| code \\| what must hold \\|\n\\|---\\|---\\|\n)(.*?)(?=</details>)");
    private static final Path README = Path.of("README.md");

    /** Words with dashes in the program that are no codes. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "at-least-once",
            "at-most-once",
            "auto-start-reverse",
            "bom-ref",
            "cert-manager",
            "charts-out",
            "cluster-admin",
            "color-scheme",
            "config-map",
            "drop-head",
            "ephemeral-storage",
            "external-secrets",
            "gateway-api",
            "import-values",
            "k8s-app",
            "kube-dns",
            "kube-system",
            "post-install",
            "pre-install",
            "prometheus-operator",
            "prometheus-tls",
            "reject-publish",
            "reject-publish-dlx",
            "sealed-secrets",
            "ssh-privatekey",
            "test-connection",
            "utf-8");

    /** Codes that the program puts together from parts. */
    private static final Set<String> FROM_PARTS = Set.of(
            "dangling-config-map",
            "dangling-config-map-key",
            "unknown-bucket",
            "unknown-exchange",
            "unknown-queue",
            "unknown-vhost");

    private static final Explanations EXPLANATIONS = Explanations.read();

    @Test
    void explainsEveryCodeAndNoOther() throws IOException {
        Set<String> written = literals();
        Set<String> codes = new TreeSet<>(written);
        codes.removeAll(OTHER_WORDS);
        codes.addAll(FROM_PARTS);

        assertThat(EXPLANATIONS.codes())
                .as("explain a new code in codes.yaml; name a word that is no code in OTHER_WORDS")
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(written).containsAll(OTHER_WORDS).doesNotContainAnyElementsOf(FROM_PARTS);
    }

    @Test
    void hasAGoldenFolderForEveryCode() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/golden/problems"))) {
            Set<String> codes = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString().replaceFirst("--.*", ""))
                    .collect(Collectors.toSet());
            assertThat(codes)
                    .as("show what is printed for a code in src/test/golden/problems/<code>")
                    .containsExactlyInAnyOrderElementsOf(EXPLANATIONS.codes());
        }
    }

    @Test
    void saysAllFourThings() {
        assertThat(EXPLANATIONS.all())
                .isSortedAccordingTo(Comparator.comparing(Explanation::code))
                .allSatisfy(explanation -> {
                    assertThat(explanation.rule()).isNotBlank().hasSizeLessThan(LONGEST_RULE);
                    assertThat(explanation.why()).isNotBlank().isNotEqualTo(explanation.rule());
                    assertThat(explanation.wrong()).isNotBlank().isNotEqualTo(explanation.right());
                    assertThat(explanation.right()).isNotBlank();
                });
    }

    @Test
    void standsInTheReadme() throws IOException {
        String table = EXPLANATIONS.all().stream()
                .map(explanation ->
                        "| `" + explanation.code() + "` | " + explanation.rule().replace("|", "\\|") + " |\n")
                .collect(Collectors.joining("", "", "\n"));
        String readme = Files.readString(README);
        assertThat(readme).as("the table of codes").containsPattern(SECTION);
        String wanted = SECTION.matcher(readme).replaceFirst(Matcher.quoteReplacement(table));
        if ("update".equals(System.getProperty("golden")) && !readme.equals(wanted)) {
            Files.writeString(README, wanted);
            fail("wrote %s: review and commit", README);
        }
        assertThat(readme).isEqualTo(wanted);
    }

    private static Set<String> literals() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Set<String> found = new TreeSet<>();
            for (Path source : sources) {
                LITERAL.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .forEach(found::add);
            }
            return found.stream()
                    .map(word -> word.substring(1, word.length() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
