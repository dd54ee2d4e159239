package dev.chartwright.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.marcnuri.helm.Helm;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.render.Shop.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text comes out of a template and of Helm as it went in, wherever templates may put it. */
class HostileTextTest {
    private static final long SEED = Long.getLong("seed", 20240607L);
    private static final int TEXTS = 300;
    private static final int LONGEST_KEY = 80;
    private static final String[] PIECES = {
        "\"",
        "'",
        "`",
        "\\",
        ":",
        ": ",
        " #",
        "#",
        "\n",
        "\r",
        "\t",
        "{{",
        "}}",
        "{{ .Values }}",
        "{{/*",
        "*/}}",
        "<%",
        "%>",
        "<%name%>",
        "\0",
        "\u0001",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\ud83f\udffe",
        "😀",
        "é",
        "字",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "@",
        "%",
        "-",
        "- ",
        "?",
        ",",
        "[",
        "]",
        "{",
        "}",
        "=",
        "~",
        "null",
        "true",
        "1e3",
        "0x1f",
        "---",
        "...",
        "\\u0041",
        "\\n",
        "$",
        " ",
        "  ",
        "a",
        "word",
        "<",
        "&lt;",
        "Z"
    };

    @TempDir
    private Path folder;

    @Test
    void survivesTheTemplateHelmAndYaml() throws IOException {
        List<String> texts = List.copyOf(texts());
        writeTemplates();
        List<Item> items = texts.stream()
                .map(text -> new Item(text, isKey(text) ? 0 : 1, List.of()))
                .toList();
        Path chart = folder.resolve("chart");
        for (ChartFile file :
                new Templates(folder.resolve("templates")).engine().render(Shop.SMALL.selling(items))) {
            Path target = chart.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.bytes());
        }
        String manifest = new Helm(chart)
                .template()
                .withName("x")
                .withKubeVersion("1.33.0")
                .call();
        for (Object document : yaml().loadAll(manifest)) {
            check((Map<?, ?>) document, texts);
        }
        assertThat(yaml().loadAll(manifest)).hasSize(1);
    }

    private void check(Map<?, ?> document, List<String> texts) {
        Map<?, ?> data = (Map<?, ?>) document.get("data");
        List<String> keys = texts.stream().filter(HostileTextTest::isKey).toList();
        for (String place : List.of("quoted", "flow", "action", "printf", "value")) {
            assertEach(place, (List<?>) data.get(place), texts);
        }
        assertEach("keys", List.copyOf(((Map<?, ?>) data.get("keys")).keySet()), keys);
    }

    private static void assertEach(String place, List<?> found, List<String> wanted) {
        assertThat(found).as(place).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i))
                    .as("%s, text %d of -Dseed=%d", place, i, SEED)
                    .isEqualTo(wanted.get(i));
        }
    }

    private void writeTemplates() {
        new Templates(folder.resolve("templates"))
                .with("umbrella/Chart.yaml.mustache", "apiVersion: v2\nname: hostile\nversion: 1.0.0\n")
                .with("umbrella/values.yaml.mustache", "texts:\n<%#items%>\n  - \"<%name%>\"\n<%/items%>\n")
                .with("umbrella/templates/configmap.yaml.mustache", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: hostile
                        data:
                          quoted:
                        <%#items%>
                            - "<%name%>"
                        <%/items%>
                          flow: [<%#items%>"<%name%>", <%/items%>]
                          action:
                        <%#items%>
                            - {{ "<%name%>" | quote }}
                        <%/items%>
                          printf:
                        <%#items%>
                            - {{ printf "%s" "<%name%>" | quote }}
                        <%/items%>
                          value:
                        {{- range .Values.texts }}
                            - {{ . | quote }}
                        {{- end }}
                          keys:
                        <%#items%>
                        <%#isFree%>
                            "<%name%>": 1
                        <%/isFree%>
                        <%/items%>
                        """);
    }

    /** YAML reads keys of at most 1024 characters; keys of people are shorter still. */
    private static boolean isKey(String text) {
        return text.length() <= LONGEST_KEY;
    }

    private static Set<String> texts() {
        Random random = new Random(SEED);
        Set<String> texts = new LinkedHashSet<>(List.of(PIECES));
        texts.add("");
        texts.add(text(random, 10_000));
        while (texts.size() < TEXTS) {
            texts.add(text(random, 1 + random.nextInt(12)));
        }
        return texts;
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, pieces).forEach(i -> text.append(PIECES[random.nextInt(PIECES.length)]));
        return text.toString();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new Yaml(new SafeConstructor(options));
    }
}
