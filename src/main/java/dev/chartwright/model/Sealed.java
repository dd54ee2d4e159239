package dev.chartwright.model;

import java.util.List;

/** A SealedSecret; its ciphertext is a Helm value. */
public record Sealed(List<String> keys) {}
