package dev.chartwright.model;

import java.util.List;

/**
 * A Gateway API HTTPRoute.
 *
 * @param name object name
 * @param hosts host names
 * @param gateway the listener it attaches to
 * @param rules what leads where
 */
public record HttpRoute(String name, List<String> hosts, GatewayReference gateway, List<HttpRule> rules) {
    public List<PublicRoute> publicRoutes() {
        return hosts.stream()
                .flatMap(host -> rules.stream().map(rule -> new PublicRoute(host, rule.path())))
                .toList();
    }
}
