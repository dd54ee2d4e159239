package dev.chartwright.route53;

import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.model.Entry;

/**
 * A block of Terraform whose attributes stand on one line each.
 *
 * @param header what stands before the brace
 * @param attributes name and expression, in order
 */
record HclBlock(String header, List<Entry> attributes) {
    /** As {@code terraform fmt} writes it: equals signs in one column. */
    String text() {
        int width = attributes.stream()
                .mapToInt(attribute -> attribute.name().length())
                .max()
                .orElse(0);
        return attributes.stream()
                .map(attribute -> "  " + padded(attribute.name(), width) + " = " + attribute.value() + "\n")
                .collect(Collectors.joining("", header + " {\n", "}\n"));
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
