package dev.chartwright.model;

import java.util.List;

/** An HTTPRoute that redirects hosts of a listener to https. */
public record HttpsRedirect(String name, String listener, List<String> hosts) {}
