package dev.chartwright.component;

import java.util.List;

/**
 * A Service.
 *
 * @param name what the file calls it
 * @param service text: the name of the Service
 * @param pods name of the pods it leads to
 * @param ports ports it offers, each with the name of the pods' port that it leads to
 * @param http names of those that speak HTTP, which is what routes lead to; all of them where none is named
 */
public record ServiceType(String name, String service, String pods, List<PortsType> ports, List<String> http) {}
