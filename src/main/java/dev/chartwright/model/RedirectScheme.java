package dev.chartwright.model;

/** Redirects to another URL scheme. */
public record RedirectScheme(String scheme, boolean permanent) {}
