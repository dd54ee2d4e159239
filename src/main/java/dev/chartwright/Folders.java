package dev.chartwright;

import java.nio.file.Path;

/**
 * Where a platform's files are.
 *
 * @param values environments
 * @param templates what charts are made from
 * @param schema what people may write
 * @param out packed charts
 */
public record Folders(Path values, Path templates, Path schema, Path out) {}
