package dev.chartwright.model;

import java.util.List;

/** A certificate's Secret and the hosts it is for. */
public record IngressTls(String secret, List<String> hosts) {}
