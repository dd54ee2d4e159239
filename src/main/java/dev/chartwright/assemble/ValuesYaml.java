package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.chartwright.model.SecretInput;
import dev.chartwright.yaml.HelmText;
import dev.chartwright.yaml.PlainText;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes values.yaml: rendered text, and the blocks that are derived from the model. */
final class ValuesYaml {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");

    private ValuesYaml() {}

    static String subchart(SubchartParts parts) {
        return blocks(List.of(parts.values(), global(parts.secrets())));
    }

    static String umbrella(String own, List<SubchartParts> parts) {
        List<String> blocks = new ArrayList<>();
        blocks.add(own);
        blocks.add(global(parts.stream()
                .flatMap(part -> part.secrets().stream())
                .distinct()
                .toList()));
        parts.forEach(part -> blocks.add(subchartBlock(part)));
        return blocks(blocks);
    }

    /** Texts with one blank line between them. */
    private static String blocks(List<String> texts) {
        return texts.stream()
                .map(text -> text.stripTrailing().replaceFirst("^\\n+", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String subchartBlock(SubchartParts parts) {
        String values = indented(parts.values().stripTrailing(), 2);
        return "# -- " + HelmText.clean(parts.component().description()).strip() + "\n"
                + key(parts.name()) + ":\n"
                + "  # -- Whether the umbrella installs this chart.\n"
                + "  enabled: true\n"
                + (values.isBlank() ? "" : "\n" + values);
    }

    private static String indented(String text, int spaces) {
        return text.lines()
                .map(line -> line.isEmpty() ? line : " ".repeat(spaces) + line)
                .collect(Collectors.joining("\n"));
    }

    /** The {@code global:} block; charts without secrets have none. */
    private static String global(List<SecretInput> inputs) {
        if (inputs.isEmpty()) {
            return "";
        }
        StringBuilder block = new StringBuilder();
        line(block, 0, "# -- Values shared by every chart of the release.");
        line(block, 0, "global:");
        line(block, 2, "# -- Values of secrets. Give them at install, keep them out of this file.");
        line(block, 2, "secrets:");
        for (SecretInput input : inputs) {
            line(block, 4, "# -- " + SecretText.sentence(input));
            line(block, 4, key(input.path()) + ": \"\"");
        }
        return block.toString();
    }

    private static void line(StringBuilder block, int indent, String text) {
        block.append(" ".repeat(indent)).append(text).append('\n');
    }

    private static String key(String name) {
        boolean plain = PLAIN_KEY.matcher(name).matches() && PlainText.isText(name);
        return plain ? name : JsonNodeFactory.instance.stringNode(name).toString();
    }
}
