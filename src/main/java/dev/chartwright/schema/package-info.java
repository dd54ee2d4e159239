/**
 * Checks documents against JSON schemas.
 *
 * <p>Takes: a schema and a JSON tree with the places of its values. Gives: problems, empty when the document follows
 * the schema. Fails with {@link dev.chartwright.problem.BugException} for a schema that cannot be read.
 */
@NullMarked
package dev.chartwright.schema;

import org.jspecify.annotations.NullMarked;
