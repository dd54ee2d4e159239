package dev.chartwright.model;

/** An HTTP-01 solver. */
public record HttpSolver(String ingressClass) {}
