package dev.chartwright.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Names that text in {@code values/} may refer to, for the parts that one environment has.
 *
 * <p>Each name stands for a text in which {@code <% other.name %>} is a further name and {@code <% /a/b %>} the value at
 * a JSON pointer.
 */
final class DerivedNames {
    private static final Pattern SPEAKABLE = Pattern.compile("[-A-Za-z0-9_]+");
    private static final int REDIS_PORT = 6379;
    private static final int POSTGRES_PORT = 5432;
    private static final int MINIO_PORT = 80;

    private final JsonNode document;
    private final Map<String, String> texts = new HashMap<>();

    DerivedNames(JsonNode document) {
        this.document = document;
        environment();
        at("cluster.domain", "/cluster/domain");
        document.path("applications")
                .propertyStream()
                .filter(entry -> SPEAKABLE.matcher(entry.getKey()).matches())
                .forEach(entry ->
                        application("apps." + entry.getKey(), Origins.pointer("applications", entry.getKey())));
        rabbitmq();
        at("redis.namespace", "/redis/namespace");
        service("redis", "/redis/instance/name", REDIS_PORT);
        at("postgres.namespace", "/postgres/namespace");
        service("postgres", "/postgres/workload/service", POSTGRES_PORT);
        at("postgres.database", "/postgres/database");
        minio();
    }

    /** What a name stands for. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Collection<String> all() {
        return texts.keySet();
    }

    private void environment() {
        at("environment.name", "/environment/name");
        at("environment.tier", "/environment/tier");
        at("environment.host", "/environment/host");
        JsonNode https = document.at("/environment/https");
        if (https.isBoolean()) {
            texts.put("environment.scheme", https.booleanValue() ? "https" : "http");
            whenKnown("environment.host", "environment.url", "<% environment.scheme %>://<% environment.host %>");
        }
    }

    private void application(String name, String pointer) {
        at(name + ".namespace", pointer + "/namespace");
        at(name + ".service", pointer + "/network/service/name");
        JsonNode port = first(pointer + "/network/ports");
        JsonNode offered = port.path("servicePort").isMissingNode() ? port.path("port") : port.path("servicePort");
        host(name, pointer + "/network/service/name");
        if (offered.isIntegralNumber()) {
            texts.put(name + ".port", offered.asString());
            url(name);
        }
    }

    private void rabbitmq() {
        at("rabbitmq.namespace", "/rabbitmq/namespace");
        boolean tls = document.at("/rabbitmq/cluster/tls").isObject();
        service("rabbitmq", "/rabbitmq/cluster/name", tls ? 5671 : 5672);
        if (texts.containsKey("rabbitmq.host")) {
            texts.put("rabbitmq.ssl", String.valueOf(tls));
            texts.put("rabbitmq.managementPort", tls ? "15671" : "15672");
            texts.put(
                    "rabbitmq.apiUrl",
                    (tls ? "https" : "http") + "://<% rabbitmq.host %>:<% rabbitmq.managementPort %>/api");
        }
        document.at("/rabbitmq/topology/vhosts").propertyStream().findFirst().ifPresent(vhost -> {
            String pointer = "/rabbitmq/topology/vhosts" + Origins.pointer(vhost.getKey());
            at("rabbitmq.vhost", vhost.getValue().isObject() ? pointer + "/vhost" : pointer);
        });
    }

    /** The operator names the Service of every Tenant `minio`. */
    private void minio() {
        at("minio.namespace", "/minio/namespace");
        whenKnown("minio.namespace", "minio.port", String.valueOf(MINIO_PORT));
        whenKnown("minio.namespace", "minio.host", "minio.<% minio.namespace %>.svc.<% cluster.domain %>");
        url("minio");
    }

    private void service(String part, String serviceName, int port) {
        host(part, serviceName);
        whenKnown(part + ".host", part + ".port", String.valueOf(port));
    }

    private void host(String part, String serviceName) {
        if (document.at(serviceName).isString()) {
            whenKnown(
                    part + ".namespace",
                    part + ".host",
                    "<% " + serviceName + " %>.<% " + part + ".namespace %>.svc.<% cluster.domain %>");
        }
    }

    private void url(String part) {
        whenKnown(part + ".host", part + ".url", "http://<% " + part + ".host %>:<% " + part + ".port %>");
    }

    private void at(String name, String pointer) {
        if (document.at(pointer).isString()) {
            texts.put(name, "<% " + pointer + " %>");
        }
    }

    private void whenKnown(String other, String name, String text) {
        if (texts.containsKey(other)) {
            texts.put(name, text);
        }
    }

    private JsonNode first(String pointer) {
        return document.at(pointer).valueStream().findFirst().orElseGet(JsonNodeFactory.instance::missingNode);
    }
}
