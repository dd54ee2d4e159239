package dev.chartwright.model;

import java.util.List;

/** What is declared in the broker, in the order a reader wants it. */
public record Topology(
        List<Vhost> vhosts,
        List<RabbitmqUser> users,
        List<RabbitmqPermission> permissions,
        List<Exchange> exchanges,
        List<Queue> queues,
        List<Binding> bindings) {}
