package dev.chartwright.verify;

import java.util.Optional;

import dev.chartwright.chart.Digest;

/**
 * Something published that is what the checkout builds.
 *
 * @param manifest digest under which it is published
 * @param archive digest of the package
 * @param isSigned whether a signature is published with it, which a build without a key does not make
 * @param signer whose signature it is, where keys were given
 */
public record Verification(Digest manifest, Digest archive, boolean isSigned, Optional<String> signer) {}
