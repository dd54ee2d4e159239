package dev.chartwright.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.chartwright.problem.BugException;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/**
 * Every problem code and what it means.
 *
 * @param all sorted by code
 */
public record Explanations(List<Explanation> all) {
    private static final String FILE = "codes.yaml";

    public Explanations {
        all = List.copyOf(all);
    }

    /** Those that come with the program. */
    public static Explanations read() {
        try (InputStream file = Explanations.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new Explanations(new YamlReader()
                    .read(text, FILE).root().properties().stream()
                            .map(Explanations::explanation)
                            .toList());
        } catch (IOException unreadable) {
            throw new BugException("the jar's " + FILE + " could not be read", unreadable);
        }
    }

    public Optional<Explanation> of(String code) {
        return all.stream()
                .filter(explanation -> explanation.code().equals(code))
                .findFirst();
    }

    public List<String> codes() {
        return all.stream().map(Explanation::code).toList();
    }

    private static Explanation explanation(Map.Entry<String, JsonNode> entry) {
        JsonNode texts = entry.getValue();
        return new Explanation(
                entry.getKey(),
                texts.path("rule").asString(),
                texts.path("why").asString(),
                texts.path("wrong").asString(),
                texts.path("right").asString());
    }
}
