package dev.chartwright.component;

/**
 * A name for text in {@code values/}.
 *
 * @param name the name, behind the section's and a dot
 * @param text what it stands for; it is there when all that its tags name is
 */
public record NameType(String name, String text) {}
