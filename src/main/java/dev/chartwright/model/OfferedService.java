package dev.chartwright.model;

import java.util.List;

/**
 * A Service of a component.
 *
 * @param name its name
 * @param pods what it leads to
 * @param ports what it offers
 */
public record OfferedService(String name, PodGroup pods, List<OfferedPort> ports) {
    /**
     * A port of a Service.
     *
     * @param number the Service's port
     * @param target ports of the pods
     * @param http whether it speaks HTTP, so that routes may lead to it
     */
    public record OfferedPort(int number, List<PolicyPort> target, boolean http) {}
}
