/**
 * What an environment's charts are made of and pull.
 *
 * <p>Takes: a platform, its packages and their time. Gives: a CycloneDX 1.6 document that depends on nothing else.
 * Fails: never.
 */
@NullMarked
package dev.chartwright.bom;

import org.jspecify.annotations.NullMarked;
