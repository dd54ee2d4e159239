package dev.chartwright.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * What the router of a cluster answers at the hosts and paths of Ingresses.
 *
 * @param api where the Ingresses are
 * @param router Service of the router
 */
record RoutedHosts(KubeApi api, String router) {
    private static final int HTTP = 80;
    private static final int PATIENCE_MILLIS = 10_000;

    /** Whether the router is one of the release; that of k3s is not here. */
    boolean isServed() {
        return service().isDone();
    }

    private KubeApi.Answer service() {
        return api.get("/api/v1/namespaces/" + router.replace("/", "/services/"));
    }

    /** Routes that are not answered by what stands behind them, each with the first line of what is answered. */
    Set<String> unanswered() {
        Set<String> unanswered = new TreeSet<>();
        for (JsonNode ingress :
                api.get("/apis/networking.k8s.io/v1/ingresses").body().path("items")) {
            for (JsonNode rule : ingress.at("/spec/rules")) {
                String host = rule.path("host").asString("");
                for (JsonNode path : rule.at("/http/paths")) {
                    String answer = answer(host, path.path("path").asString("/"));
                    if (!comesFromBehind(answer)) {
                        unanswered.add(host + path.path("path").asString("") + ": "
                                + answer.lines().findFirst().orElse("nothing"));
                    }
                }
            }
        }
        return unanswered;
    }

    /** A router without a route says 404 in these words; one whose pods are gone says 502 to 504. */
    private static boolean comesFromBehind(String answer) {
        return answer.matches("(?s)HTTP/1\\.1 [234].*") && !answer.endsWith("404 page not found\n");
    }

    /** HTTP by hand, for Java's client lets nobody choose the host. */
    private String answer(String host, String path) {
        String address = service().demandDone().body().at("/spec/clusterIP").asString("");
        try (Socket socket = new Socket(address, HTTP);
                OutputStream output = socket.getOutputStream();
                InputStream input = socket.getInputStream()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            output.write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            output.flush();
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return broken.toString();
        }
    }
}
