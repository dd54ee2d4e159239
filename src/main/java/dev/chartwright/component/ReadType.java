package dev.chartwright.component;

import java.util.List;

/**
 * A place in the section that names a Secret of the component.
 *
 * @param at path of the name; {@code *} stands for each entry
 * @param keys keys that the reader looks for
 * @param keysAt paths of further keys that it looks for
 */
public record ReadType(String at, List<String> keys, List<String> keysAt) {}
