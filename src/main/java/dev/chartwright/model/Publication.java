package dev.chartwright.model;

/** A message an application sends. */
public record Publication(String exchange, String routingKey) {}
