package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.model.Architecture;
import dev.chartwright.model.Architecture.Node;

/** An architecture as a Mermaid flowchart, which Git hosts draw inside Markdown. */
final class MermaidDrawing {
    private final Architecture architecture;
    private final List<String> ids;
    private final StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");

    private MermaidDrawing(Architecture architecture) {
        this.architecture = architecture;
        ids = architecture.nodes().stream().map(Node::id).toList();
    }

    /** The fenced block. */
    static String of(Architecture architecture) {
        return new MermaidDrawing(architecture).draw();
    }

    private String draw() {
        Map<String, List<Node>> namespaces = architecture.nodes().stream()
                .collect(Collectors.groupingBy(Node::namespace, LinkedHashMap::new, Collectors.toList()));
        List<String> names = new ArrayList<>(namespaces.keySet());
        namespaces.forEach((namespace, nodes) -> {
            boolean boxed = !namespace.isEmpty();
            text.append(boxed ? "  subgraph ns" + names.indexOf(namespace) + "[\"" + label(namespace) + "\"]\n" : "");
            nodes.forEach(node -> text.append(boxed ? "    " : "  ")
                    .append(name(node.id()))
                    .append("[\"")
                    .append(label(node.label()))
                    .append("\"]\n"));
            text.append(boxed ? "  end\n" : "");
        });
        architecture
                .links()
                .forEach(link -> text.append("  ")
                        .append(name(link.from()))
                        .append(" --> ")
                        .append(name(link.to()))
                        .append('\n'));
        return text.append("```").toString();
    }

    /** Numbers: Mermaid reads words like `end` inside names. */
    private String name(String id) {
        return "n" + ids.indexOf(id);
    }

    private static String label(String label) {
        return label.replace("#", "#35;").replace("\"", "#quot;");
    }
}
