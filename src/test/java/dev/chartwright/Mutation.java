package dev.chartwright;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way to break a valid platform in one place.
 *
 * @param name what it is called in the list of rates
 * @param file which of the values files
 * @param pointer pointers it may be applied to
 * @param breakage what it does there
 * @param toldElsewhere code of what is told at those who counted on it; empty for none
 */
record Mutation(String name, String file, Pattern pointer, Breakage breakage, String toldElsewhere) {
    private static final String APP = "/applications/[^/]+";
    private static final String TOPOLOGY = "/rabbitmq/topology";

    private static Mutation base(String name, String pointer, Breakage breakage) {
        return new Mutation(name, "base.yaml", Pattern.compile(pointer), breakage, "");
    }

    private static Mutation live(String name, String pointer, Breakage breakage) {
        return new Mutation(name, "live.yaml", Pattern.compile(pointer), breakage, "");
    }

    /** What the definition's users are told, for whom it is missing. */
    private Mutation told(String code) {
        return new Mutation(name, file, pointer, breakage, code);
    }

    /** Every kind that the checks cover. */
    static List<Mutation> kinds() {
        return List.of(
                base(
                        "misspell a key of an application",
                        APP + "/(namespace|image|workload|network|data|security)",
                        Breakage.misspell()),
                base("misspell a key of a workload", APP + "/workload/[a-z]+", Breakage.misspell()),
                base("misspell a key of a network", APP + "/network/[a-z]+", Breakage.misspell()),
                base("misspell a key of data", APP + "/data/[a-zA-Z]+", Breakage.misspell()),
                base("misspell a key of security", APP + "/security/[a-zA-Z]+", Breakage.misspell()),
                base("misspell a kind of secret", APP + "/data/secrets/[^/]+/(supplied|existing)", Breakage.misspell()),
                base("misspell a key of the cluster", "/cluster/[a-z]+", Breakage.misspell()),
                base("misspell a key of the edge", "/traefik/[a-zA-Z]+", Breakage.misspell()),
                base("misspell a key of the broker", "/rabbitmq/[a-zA-Z]+", Breakage.misspell()),
                base("misspell a key of the topology", TOPOLOGY + "/[a-z]+/[^/]+/[a-zA-Z]+", Breakage.misspell()),
                base("drop a namespace", APP + "/namespace", Breakage.drop()),
                base("drop an image", APP + "/image", Breakage.drop()),
                base("drop a repository", APP + "/image/repository", Breakage.drop()),
                base("drop a tag", APP + "/image/tag", Breakage.drop()),
                base("drop a description", APP + "/description", Breakage.drop()),
                base("drop a reason", APP + "/security/reasons/[a-zA-Z]+", Breakage.drop()),
                base("drop the level of a namespace", "/cluster/namespaces/shop-sales/podSecurity", Breakage.drop()),
                base(
                        "drop a listed namespace",
                        "/cluster/namespaces/shop-(edge|web|sales|bus|operators)",
                        Breakage.drop()),
                base("drop a binding's end", TOPOLOGY + "/bindings/[^/]+/(source|destination)", Breakage.drop()),
                base("drop a queue", TOPOLOGY + "/queues/[^/]+", Breakage.drop()),
                base("drop an exchange", TOPOLOGY + "/exchanges/[^/]+", Breakage.drop()),
                base("drop a binding", TOPOLOGY + "/bindings/[^/]+", Breakage.drop()),
                base("drop a vhost", TOPOLOGY + "/vhosts", Breakage.drop()),
                base("drop secrets of an application", APP + "/data/secrets", Breakage.drop()),
                base("drop an application that others need", "/applications/(catalogue|orders)", Breakage.drop()),
                base("drop a volume's source", APP + "/data/volumes/[^/]+/(emptyDir|claim|secret)", Breakage.drop()),
                base(
                        "text for a number",
                        ".*/(port|servicePort|replicas|terminationGracePeriodSeconds)",
                        Breakage.value("many")),
                base(
                        "text for a truth value",
                        ".*/(redirectToHttps|durable|database|readOnly|security/readOnlyRootFilesystem)",
                        Breakage.value("maybe")),
                base("a number for text", ".*/(namespace|repository|queue|exchange|type)", Breakage.value("7")),
                base("a key twice", APP + "/(namespace|description|image)", Breakage.duplicate()),
                base(
                        "an unknown namespace",
                        "(" + APP + "|/traefik|/rabbitmq|/rabbitmq/[a-z]+Operator)/namespace",
                        Breakage.rename()),
                base("an unknown source of a binding", TOPOLOGY + "/bindings/[^/]+/source", Breakage.rename()),
                base(
                        "an unknown destination of a binding",
                        TOPOLOGY + "/bindings/[^/]+/destination",
                        Breakage.rename()),
                base(
                        "an unknown vhost",
                        TOPOLOGY + "/(queues|exchanges|bindings|permissions)/[^/]+/vhost",
                        Breakage.value("nowhere")),
                base("an unknown user of a permission", TOPOLOGY + "/permissions/[^/]+/user", Breakage.rename()),
                base("an unknown secret of a user", TOPOLOGY + "/users/[^/]+/secret", Breakage.rename()),
                base("another name for a queue", TOPOLOGY + "/queues/[^/]+/queue", Breakage.rename()),
                base("another name for an exchange", TOPOLOGY + "/exchanges/[^/]+/exchange", Breakage.rename()),
                base("an unknown queue to consume", APP + "/network/needs/rabbitmq/consumes/0", Breakage.rename()),
                base("an unknown exchange to publish to", APP + ".*/publishes/0/exchange", Breakage.rename()),
                base("an unknown application to need", APP + "/network/needs/applications/\\d", Breakage.rename()),
                base("an unknown secret of a variable", APP + "/data/env/[^/]+/secret", Breakage.rename()),
                base("an unknown key of a variable's secret", APP + "/data/env/[^/]+/key", Breakage.rename()),
                base("an unknown secret for all variables", APP + "/data/envFrom/\\d", Breakage.rename()),
                base("an unknown pull secret", APP + "/data/imagePullSecrets/\\d", Breakage.rename()),
                base("an unknown secret of a volume", APP + "/data/volumes/[^/]+/secret", Breakage.rename()),
                base(
                        "an unknown component of a supplied secret",
                        APP + ".*/supplied/from/component",
                        Breakage.rename()),
                base("an unknown source of a supplied secret", APP + ".*/supplied/from/secret", Breakage.rename()),
                base(
                        "another key of a supplied secret",
                        APP + ".*/supplied/data/(username|password|current)",
                        Breakage.renameKey()),
                base(
                        "another name for a secret",
                        APP + "/data/secrets/(session|bus|signing-key|bus-for-.*|registry|payment-account)",
                        Breakage.renameKey()),
                base("another name for an application", "/applications/(catalogue|orders)", Breakage.renameKey()),
                live("an unknown service of a route", APP + "/network/ingresses/.*/service", Breakage.value("nothing")),
                live("an unknown port of a route", APP + "/network/ingresses/.*/rules/0/port", Breakage.value("4321")),
                base(
                        "an unknown middleware",
                        APP + "/network/ingresses/[^/]+/middlewares/0",
                        Breakage.value("nothing@kubernetescrd")),
                base("another name for a middleware", APP + "/network/middlewares/[^/]+", Breakage.renameKey()),
                base("an unknown reference", ".*", Breakage.value(old -> old.replaceFirst("<% (\\w+)", "<% $1z"))),
                base("a port out of range", APP + "/network/ports/[^/]+/(port|servicePort)", Breakage.value("80800")),
                base("a quantity that is none", ".*/(cpu|memory|size|sizeLimit)", Breakage.value("12 apples")),
                base(
                        "a negative number",
                        ".*/(terminationGracePeriodSeconds|replicas|startupSeconds|periodSeconds)",
                        Breakage.value("-5")),
                base(
                        "a name that Kubernetes refuses",
                        APP + "/(namespace|network/service/name)",
                        Breakage.value("Shop_Web")),
                base("the tag `latest`", ".*/tag", Breakage.value("latest")),
                base("a digest that is none", ".*/digest", Breakage.value("sha256:abc")),
                base(
                        "a durable quorum queue no more",
                        TOPOLOGY + "/queues/letters-orders/type",
                        Breakage.value("quorum")),
                base("an unknown kind of exchange", TOPOLOGY + "/exchanges/[^/]+/type", Breakage.value("fan")),
                base("drop what consumes a queue", APP + "/network/needs/rabbitmq/consumes", Breakage.drop())
                        .told("unused-declaration"),
                base("drop what publishes to an exchange", APP + "/network/needs/rabbitmq/publishes", Breakage.drop())
                        .told("unused-declaration"),
                base("drop the middlewares of a route", APP + "/network/ingresses/[^/]+/middlewares", Breakage.drop())
                        .told("unused-declaration"),
                base("drop what reads Secrets", APP + "/data/(envFrom|imagePullSecrets)", Breakage.drop())
                        .told("unused-declaration"),
                base("an unknown Pod Security level", "/cluster/namespaces/[^/]+/podSecurity", Breakage.value("basic")),
                live("an unknown issuer", APP + "/network/ingresses/[^/]+/clusterIssuer", Breakage.rename()),
                live("another name for an issuer", "/traefik/issuers/[^/]+", Breakage.renameKey()),
                live("an unknown secret store", APP + "/data/secrets/[^/]+/external/store", Breakage.rename()),
                live("another name for a secret store", APP + "/data/secretStores/[^/]+", Breakage.renameKey()),
                live("an unknown secret of a store", APP + "/data/secretStores/[^/]+/secret", Breakage.rename()),
                live(
                        "an unknown key of a store",
                        APP + "/data/secretStores/[^/]+/(accessKeyIdKey|secretAccessKeyKey)",
                        Breakage.rename()),
                live("drop an add-on", "/cluster/addons/(cert-manager|external-secrets)", Breakage.drop()),
                live("drop the DNS records", "/cluster/dns/records/(shop|everything_else)", Breakage.drop())
                        .told("unrecorded-host"),
                live("an unknown namespace of issuers", "/rabbitmq/cluster/tls/issuerNamespace", Breakage.rename()),
                live("an address that is none", "/cluster/nodes/addresses/\\d", Breakage.value("192.0.2.300")));
    }
}
