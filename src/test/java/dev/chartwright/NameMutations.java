package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.NAMED;
import static dev.chartwright.Mutation.Told.OBJECT;
import static dev.chartwright.Mutation.Told.PARENT;
import static dev.chartwright.Mutation.Told.USERS;

/** Names that nothing has, definitions that go or change their name, and what nobody uses any more. */
final class NameMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String TOPOLOGY = "/rabbitmq/topology";

    private NameMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(unknown(), renamed(), removed(), unused())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> unknown() {
        return Stream.of(
                unknown("namespace", "(" + APP + "|/traefik|/rabbitmq|/redis|/minio|/postgres)/namespace"),
                unknown("namespace of an operator", "/[a-z]+/[a-z]*[oO]perator/namespace"),
                unknown("source of a binding", TOPOLOGY + "/bindings/[^/]+/source"),
                unknown("destination of a binding", TOPOLOGY + "/bindings/[^/]+/destination"),
                Mutation.of(
                        "an unknown vhost",
                        TOPOLOGY + "/(queues|exchanges|bindings|permissions)/[^/]+/vhost",
                        Breakage.value("nowhere")),
                unknown("user of a permission", TOPOLOGY + "/permissions/[^/]+/user")
                        .only("live|trial|local"),
                unknown("secret of a user", TOPOLOGY + "/users/[^/]+/secret"),
                unknown("queue to consume", APP + "/network/needs/rabbitmq/consumes/0"),
                unknown("exchange to publish to", APP + ".*/publishes/\\d/exchange"),
                unknown("routing key", APP + ".*/publishes/\\d/routingKey"),
                unknown("application to need", APP + "/network/needs/applications/\\d"),
                unknown("bucket", APP + "/network/needs/objectStorage/\\d").only("local|stage"),
                unknown("secret of a variable", APP + "/data/env/[^/]+/secret"),
                unknown("key of a variable's secret", APP + "/data/env/[^/]+/key"),
                unknown("secret for all variables", APP + "/data/envFrom/\\d"),
                unknown("pull secret", APP + "/data/imagePullSecrets/\\d"),
                unknown("secret of a volume", APP + "/data/volumes/[^/]+/secret"),
                unknown("component of a supplied secret", APP + ".*/supplied/from/component"),
                unknown("source of a supplied secret", APP + ".*/supplied/from/secret"),
                Mutation.of(
                        "an unknown part of a composed text",
                        ".*/supplied/data/[^/]+/compose",
                        Breakage.value(old -> old.replaceFirst("\\{([a-z-]+/[a-z-]+)", "{$1z"))),
                unknown("source of a mirror", APP + "/data/secrets/[^/]+/reflected/secret"),
                unknown("key of a mirror", APP + "/data/secrets/[^/]+/reflected/keys/0")
                        .also(APP + "/data/env/[^/]+/key"),
                Mutation.of(
                                "a mirror of another namespace",
                                APP + "/data/secrets/[^/]+/reflected/namespace",
                                Breakage.value("iris"))
                        .also(APP + "/data/secrets/[^/]+/reflected/secret"),
                unknown("secret store", APP + "/data/secrets/[^/]+/external/store"),
                unknown("secret of a store", APP + "/data/secretStores/[^/]+/secret"),
                unknown("key of a store", APP + "/data/secretStores/[^/]+/(accessKeyIdKey|secretAccessKeyKey)"),
                unknown("issuer", ".*/(ingresses/[^/]+|console|gateway)/clusterIssuer"),
                unknown("namespace of issuers", "/rabbitmq/cluster/tls/issuerNamespace"),
                unknown("listener", ".*/(gateway/section|redirects/[^/]+/listener)"),
                unknown("Gateway", ".*/httpRoutes/[^/]+/gateway/(name|namespace)"),
                unknown("middleware of an HTTPRoute", ".*/httpRoutes/[^/]+/rules/\\d/middlewares/0"),
                Mutation.of(
                        "an unknown middleware",
                        ".*/ingresses/[^/]+/middlewares/0",
                        Breakage.value("nothing@kubernetescrd")),
                Mutation.of(
                        "an unknown service of a route",
                        ".*/(ingresses/[^/]+|console|httpRoutes/[^/]+)/rules/\\d/service",
                        Breakage.value("nothing")),
                Mutation.of(
                        "an unknown port of a route",
                        ".*/(ingresses/[^/]+|console|httpRoutes/[^/]+)/rules/\\d/port",
                        Breakage.value("4321")),
                unknown("storage class", ".*/storage/storageClass"),
                unknown("password of the cache", "/redis/instance/(passwordSecret|passwordKey)"),
                unknown("configuration of the storage", "/minio/tenant/configuration"),
                unknown("user of the storage", "/minio/tenant/users/\\d"),
                unknown("account of the database", "/postgres/workload/credentials"),
                unknown("application to update", "/environment/argocd/imageUpdater/applications/\\d"),
                Mutation.of(
                        "an unknown reference",
                        "(?!.*/description).*",
                        Breakage.value(old -> old.replaceFirst("<% (\\w+)", "<% $1z"))),
                Mutation.of(
                        "an unknown end of a reference",
                        "(?!.*/description).*",
                        Breakage.value(old -> old.replaceFirst("(<% [\\w.-]+)", "$1z"))));
    }

    private static Mutation unknown(String what, String pointer) {
        return Mutation.of("an unknown " + what, pointer, Breakage.rename());
    }

    private static Stream<Mutation> renamed() {
        return Stream.of(
                renamed(
                                "a key of a supplied secret",
                                ".*/supplied/data/(username|password|url|DATABASE_URL|config.env)")
                        .also("/minio/tenant/configuration"),
                renamed("a secret", APP + "/data/secrets/[^/]+"),
                renamed("a secret of a part", "/(rabbitmq|redis|minio|postgres)/secrets/[^/]+"),
                renamed("an application that others need", "/applications/(catalogue|orders)"),
                renamed("an application", "/applications/(client-api|admin-api|frontend|storefront)"),
                renamed("a middleware", ".*/network/middlewares/(cors|without-prefix)"),
                renamed("an issuer", "/traefik/issuers/(shop-acme|letsencrypt-dns01)"),
                renamed("a secret store", APP + "/data/secretStores/[^/]+"),
                renamed("a listener", "/traefik/gateway/listeners/[^/]+"),
                renamed("a bucket", "/minio/tenant/buckets/[^/]+"),
                renamed("a namespace", "/cluster/namespaces/(?!certificates)[^/]+"),
                renamed("a record that is served elsewhere", "/cluster/dns/records/preview"),
                renamed("an object with an exemption", "/exemptions/[^/]+"),
                Mutation.of("another name for a queue", TOPOLOGY + "/queues/[^/]+/queue", Breakage.rename())
                        .told(USERS),
                Mutation.of("another name for an exchange", TOPOLOGY + "/exchanges/[^/]+/exchange", Breakage.rename())
                        .told(USERS),
                Mutation.of(
                                "a vhost that is written",
                                TOPOLOGY + "/(queues|exchanges)/[^/]+/vhost",
                                Breakage.value("vhosts"))
                        .told(USERS),
                renamed("a user of the broker", TOPOLOGY + "/users/[^/]+"),
                Mutation.of("another name for the Gateway", "/traefik/gateway/name", Breakage.rename())
                        .told(USERS),
                Mutation.of(
                                "another key of a Secret",
                                "/(rabbitmq|redis|postgres)/.*/sealed/keys/\\d|.*/(store-key|books-database)/existing/keys/\\d",
                                Breakage.rename())
                        .told(USERS)
                        .also("/postgres/workload/credentials|/rabbitmq/topology/users/[^/]+/secret"));
    }

    private static Mutation renamed(String what, String pointer) {
        return Mutation.of("another name for " + what, pointer, Breakage.renameKey())
                .told(USERS);
    }

    private static Stream<Mutation> removed() {
        return Stream.of(
                removed("a queue", TOPOLOGY + "/queues/[^/]+"),
                removed("an exchange", TOPOLOGY + "/exchanges/[^/]+"),
                removed("a binding", TOPOLOGY + "/bindings/[^/]+").told(USERS, NAMED, PARENT),
                removed("every vhost", TOPOLOGY + "/vhosts").also(".*/vhost|.*/(value|BUS_URL|RABBITMQ_DEFAULT_VHOST)"),
                removed("a user of the broker", TOPOLOGY + "/users/[^/]+"),
                // People at the console miss the one of the administrator, and nothing in the values does.
                removed("a permission of the broker", TOPOLOGY + "/permissions/(?!admin-user)[^/]+")
                        .told(USERS, NAMED, PARENT)
                        .also(".*/needs/rabbitmq/.*"),
                removed("secrets of an application", APP + "/data/secrets"),
                removed("a secret of a part", "/(rabbitmq|redis|minio|postgres)/secrets/[^/]+"),
                removed("an application that others need", "/applications/(catalogue|orders)"),
                removed("a store of secrets", APP + "/data/secretStores"),
                removed("a bucket", "/minio/tenant/buckets/[^/]+"),
                removed("an add-on", "/cluster/addons/(cert-manager|external-secrets|sealed-secrets|reflector)")
                        .only("live|production")
                        .told(USERS, NAMED, PARENT)
                        .also(
                                ".*/(issuers|clusterIssuer|tls|sealed|external|reflected|reflection|monitor|secretStores)(/[^/]+)?"),
                removed("the add-on of the Gateway", "/cluster/addons/(gateway-api|prometheus-operator)")
                        .told(PARENT)
                        .also(".*/(gateway|httpRoutes/[^/]+|monitor)"),
                removed("DNS records", "/cluster/dns/records/(shop|everything_else|codedang|rabbitmq|minio_stage)")
                        .told(USERS)
                        .also(".*/rules/\\d+/host|.*/hosts/\\d"),
                removed("addresses of nodes", "/cluster/nodes/addresses")
                        .told(PARENT)
                        .also("/cluster/dns/records"),
                removed("a middleware", ".*/network/middlewares").only("live|stage"),
                removed("the broker", "/rabbitmq").told(USERS, PARENT),
                removed("the cache", "/redis").told(USERS, PARENT),
                removed("the storage", "/minio").told(USERS, PARENT).also(APP + "/network/needs/objectStorage"),
                removed("the database", "/postgres").told(USERS, PARENT).also(APP + "/network/needs/database"),
                removed("a permission to mirror", ".*/secrets/[^/]+/reflection").also(".*/reflected"),
                removed("an exemption", "/exemptions/[^/]+").told(OBJECT),
                removed("a check of an exemption", "/exemptions/[^/]+/[^/]+").told(OBJECT, PARENT));
    }

    private static Mutation removed(String what, String pointer) {
        return Mutation.of("remove " + what, pointer, Breakage.drop()).told(USERS, PARENT);
    }

    private static Stream<Mutation> unused() {
        return Stream.of(
                unused("what consumes a queue", APP + "/network/needs/rabbitmq/consumes"),
                unused("what publishes to an exchange", APP + "/network/needs/rabbitmq/publishes")
                        .only("live|trial"),
                unused("the middlewares of a route", ".*/ingresses/[^/]+/middlewares"),
                unused("what reads Secrets", APP + "/data/(envFrom|imagePullSecrets)"),
                unused("why something stays", ".*/unused").told(PARENT),
                unused("a need of an application", APP + "/network/needs/applications")
                        .also(APP + "/data/(config/data|env)/[^/]+(/value)?"),
                unused("a need of a part", APP + "/network/needs/(rabbitmq|redis)")
                        .also(APP + "/data/(config/data|env)/[^/]+(/value)?"),
                unused("an outside host", APP + "/network/needs/outside/(traces|object-storage)")
                        .also(APP + "/data/(config/data|env)/[^/]+(/value)?"),
                Mutation.of(
                        "a reason that is needless",
                        "/cluster/namespaces/(?!certificates|shop-books|kube-system|cert-manager)[^/]+",
                        Breakage.set("unused", "an engineer keeps it for a reason of his own")));
    }

    private static Mutation unused(String what, String pointer) {
        return Mutation.of("drop " + what, pointer, Breakage.drop()).told(NAMED, PARENT);
    }
}
