package dev.chartwright.model;

import java.util.List;

/**
 * One rule of an HTTPRoute.
 *
 * @param path URL path
 * @param pathType PathPrefix or Exact
 * @param middlewares names of Traefik Middleware objects in the route's namespace
 * @param service Service in the route's namespace
 * @param port Service port number
 */
public record HttpRule(String path, String pathType, List<String> middlewares, String service, int port) {
    public boolean hasMiddlewares() {
        return !middlewares.isEmpty();
    }
}
