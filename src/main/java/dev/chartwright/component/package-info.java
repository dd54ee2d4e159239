/**
 * What a component is to the rest of the platform, said in data: the file {@code component.yaml} of its folder.
 *
 * <p>In: the file, already held against {@code component.schema.json}. Out: records of what it says, and the small
 * language it says it in: paths into the component's section of {@code values/}, text with {@code <% path %>} in it, and
 * conditions. What is worked out from it knows no component by name.
 */
@NullMarked
package dev.chartwright.component;

import org.jspecify.annotations.NullMarked;
