package dev.chartwright.model;

import java.util.List;

/**
 * A digest and the tags beside which it stands.
 *
 * @param digest what is pulled
 * @param tags what a person reads: one, unless several tags stand for the same content
 */
public record PinnedDigest(String digest, List<String> tags) {}
