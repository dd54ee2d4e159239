package dev.chartwright.yaml;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * A YAML document as a JSON tree.
 *
 * @param root its value; a null node when nothing stands in it
 * @param origins where each key and value stands
 */
public record YamlDocument(JsonNode root, Origins origins) {}
