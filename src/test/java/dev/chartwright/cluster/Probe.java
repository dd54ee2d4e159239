package dev.chartwright.cluster;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

import tools.jackson.databind.JsonNode;

/**
 * Whether a container says that it is ready: over TCP or HTTP, as its readiness probe asks. Commands are not run.
 *
 * @param container the container
 * @param address of its pod
 */
record Probe(JsonNode container, String address) {
    private static final int PATIENCE_MILLIS = 1000;

    boolean isReady() {
        JsonNode probe = container.path("readinessProbe");
        try {
            if (probe.has("tcpSocket")) {
                return accepts(port(probe.at("/tcpSocket/port")));
            }
            return !probe.has("httpGet") || answers(probe.path("httpGet"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean accepts(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        }
    }

    private boolean answers(JsonNode get) throws IOException {
        if (get.path("scheme").asString("HTTP").equals("HTTPS")) {
            return accepts(port(get.path("port")));
        }
        URI uri = URI.create("http://" + address + ":" + port(get.path("port"))
                + get.path("path").asString("/"));
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
    }

    private int port(JsonNode port) {
        if (port.isNumber()) {
            return port.asInt();
        }
        for (JsonNode named : container.path("ports")) {
            if (named.path("name").equals(port)) {
                return named.path("containerPort").asInt(0);
            }
        }
        throw new IllegalStateException("no port is called " + port);
    }
}
