package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.BEHIND;
import static dev.chartwright.Mutation.Told.PARENT;
import static dev.chartwright.Mutation.Told.USERS;

/** The broker and what is declared in it, the cache, the storage, the database, Secrets, and how all is installed. */
final class PartMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String TOPOLOGY = "/rabbitmq/topology";

    private PartMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(declarations(), broker(), secrets(), parts(), installation(), removals())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> declarations() {
        String again = TOPOLOGY + "/[a-z]+/[^/]+";
        return Stream.of(
                Mutation.of("a queue that two objects declare", TOPOLOGY + "/queues/[^/]+", Breakage.copyAs("more")),
                Mutation.of(
                        "an exchange that two objects declare", TOPOLOGY + "/exchanges/[^/]+", Breakage.copyAs("more")),
                Mutation.of(
                        "a binding that two objects declare", TOPOLOGY + "/bindings/[^/]+", Breakage.copyAs("more")),
                Mutation.of("a vhost that two objects declare", TOPOLOGY + "/vhosts/[^/]+", Breakage.copyAs("more")),
                Mutation.of(
                        "a permission that two objects declare",
                        TOPOLOGY + "/permissions/[^/]+",
                        Breakage.copyAs("more")),
                Mutation.of("a user that two objects declare", TOPOLOGY + "/users/[^/]+", Breakage.copyAs("more"))
                        .also(again),
                Mutation.of(
                                "a durable quorum queue no more",
                                TOPOLOGY + "/queues/letters-orders/type",
                                Breakage.value("quorum"))
                        .also(again + "/(durable|autoDelete)"),
                Mutation.of(
                        "a quorum queue that is not durable",
                        TOPOLOGY + "/queues/(catalogue|invoices)-orders",
                        Breakage.set("durable", "false")),
                Mutation.of(
                        "a queue for a source", TOPOLOGY + "/bindings/[^/]+/source", Breakage.value("letters.orders")),
                Mutation.of(
                        "an exchange for a destination",
                        TOPOLOGY + "/bindings/[^/]+/destination",
                        Breakage.value("order.placed")),
                Mutation.of(
                                "a pattern for a direct exchange",
                                TOPOLOGY + "/bindings/[^/]+/routingKey",
                                Breakage.value("\"judge.#\""))
                        .also(APP + "/network/needs/rabbitmq/publishes/\\d/routingKey"),
                Mutation.of("another routing key", TOPOLOGY + "/bindings/[^/]+/routingKey", Breakage.rename())
                        .told(USERS),
                Mutation.of(
                        "an unknown exchange for dead letters",
                        TOPOLOGY + "/queues/[^/]+",
                        Breakage.set("arguments", "{ x-dead-letter-exchange: dead }")),
                Mutation.of(
                        "a text for a number of an argument",
                        TOPOLOGY + "/queues/[^/]+",
                        Breakage.set("arguments", "{ x-max-length: \"1000\" }")),
                Mutation.of(
                        "a priority that is negative",
                        TOPOLOGY + "/queues/[^/]+",
                        Breakage.set("arguments", "{ x-max-priority: -1 }")),
                Mutation.of("a misspelt argument", TOPOLOGY + "/queues/[^/]+/arguments/[^/]+", Breakage.misspell()),
                Mutation.of(
                        "an argument that only classic queues have",
                        TOPOLOGY + "/queues/(catalogue|invoices)-orders",
                        Breakage.set("arguments", "{ x-max-priority: 5 }")),
                Mutation.of(
                        "an unknown way to overflow",
                        TOPOLOGY + "/queues/[^/]+",
                        Breakage.set("arguments", "{ x-overflow: drop }")),
                Mutation.of(
                        "a type in the arguments",
                        TOPOLOGY + "/queues/(catalogue|invoices)-orders",
                        Breakage.set("arguments", "{ x-queue-type: classic }")));
    }

    private static Stream<Mutation> broker() {
        String permissions = TOPOLOGY + "/permissions/[^/]+";
        return Stream.of(
                Mutation.of("a pattern that is none", permissions + "/(read|write|configure)", Breakage.value("\"*\"")),
                Mutation.of(
                        "a pattern that is open",
                        permissions + "/(read|write|configure)",
                        Breakage.value("\"^(shop\"")),
                Mutation.of(
                        "a pattern for pieces", permissions + "/(read|write|configure)", Breakage.value("\"^shop\"")),
                Mutation.of("a permission that reads nothing", permissions + "/read", Breakage.value("\"^nothing$\""))
                        .also(APP + "/network/needs/rabbitmq/consumes/\\d"),
                Mutation.of("a permission that writes nothing", permissions + "/write", Breakage.value("\"^nothing$\""))
                        .also(APP + "/network/needs/rabbitmq/publishes/\\d/exchange"),
                Mutation.of("a permission of another vhost", permissions + "/vhost", Breakage.value("\"/\""))
                        .also(permissions + ".*|" + APP
                                + "/network/needs/rabbitmq/(consumes/\\d|publishes/\\d/exchange)"),
                Mutation.of(
                        "a plugin that is none",
                        "/rabbitmq/cluster/settings/additionalPlugins/0",
                        Breakage.value("RabbitMQ-Prometheus")),
                Mutation.of(
                        "a queue that nothing uses",
                        TOPOLOGY + "/queues",
                        Breakage.add("more: { queue: more, vhost: \"<% rabbitmq.vhost %>\" }")),
                Mutation.of(
                        "the console of another port", "/rabbitmq/access/console/rules/0/port", Breakage.value("5672")),
                Mutation.of("an unknown transport", "/rabbitmq/access/transport", Breakage.rename())
                        .also("/rabbitmq/cluster/settings/serviceAnnotations/[^/]+"),
                Mutation.of("TLS that is off", "/rabbitmq/cluster/tls", Breakage.drop())
                        .only("production|stage")
                        .told(PARENT, USERS)
                        .also(
                                "/rabbitmq/(access/console/rules/0/port|access/transport|cluster/settings/[a-zA-Z]+(/.*)?)"));
    }

    private static Stream<Mutation> secrets() {
        String secret = ".*/secrets/[^/]+";
        return Stream.of(
                Mutation.of(
                                "two ways for a Secret",
                                secret,
                                Breakage.set("external", "{ store: none, data: { one: { remoteKey: one } } }"))
                        .also(secret),
                Mutation.of(
                                "a mirror of itself",
                                APP + "/data/secrets/rabbitmq-credentials/reflected/namespace",
                                Breakage.value("client-api"))
                        .also(secret + "/reflected(/[a-z]+)?(/\\d)?"),
                Mutation.of(
                                "a Secret composed of itself",
                                "/postgres/secrets/(ledger-account|credentials)/supplied/data/password",
                                Breakage.value("{ compose: \"{ledger/ledger-urls/url}{postgres/url/DATABASE_URL}\" }"))
                        .also(secret + "/supplied/data/[^/]+/compose"),
                Mutation.of(
                                "a Secret that shares with itself",
                                APP + "/data/secrets/bus/supplied/from/component",
                                Breakage.value("orders"))
                        .also(secret + "/supplied/from"),
                Mutation.of(
                        "an open placeholder",
                        secret + "/supplied/data/[^/]+/compose",
                        Breakage.value(old -> old.replaceFirst("}", ""))),
                Mutation.of(
                        "a value and a text for a supplied key",
                        secret + "/supplied/data/(password|current)",
                        Breakage.value("{ value: one, compose: two }")),
                Mutation.of(
                        "a password as a fixed value",
                        secret + "/supplied/data/password",
                        Breakage.value("{ value: hunter22 }")),
                Mutation.of("no keys", secret + "/(sealed|existing|reflected)/keys", Breakage.value("[]")),
                Mutation.of(
                        "a key of a Secret with a space",
                        secret + "/(sealed|existing|reflected)/keys/0",
                        Breakage.value("\"MY KEY\"")),
                Mutation.of("a type that wants other keys", secret + "/type", Breakage.value("kubernetes.io/tls"))
                        .also(secret),
                Mutation.of("a type that is none", secret + "/type", Breakage.value("\"basic auth\"")),
                Mutation.of(
                                "a mirror that nobody allows",
                                secret + "/reflection/namespaces/0",
                                Breakage.value("frontend"))
                        .also(secret + "/reflected"),
                Mutation.of("a mirror for all variables", APP + "/data/envFrom", Breakage.add("rabbitmq-credentials"))
                        .only("production|stage")
                        .also(APP + "/data/secrets/[^/]+"),
                Mutation.of("a Secret of all variables twice", APP + "/data/envFrom/0", Breakage.value("bus, bus")));
    }

    private static Stream<Mutation> parts() {
        return Stream.of(
                Mutation.of("object storage in production", "/environment/tier", Breakage.value("production"))
                        .also("/(minio|postgres)"),
                Mutation.of(
                        "a folder beside the volume",
                        "/postgres/workload/dataDirectory",
                        Breakage.value("/var/lib/postgres/18")),
                Mutation.of(
                        "the folder of the volume",
                        "/postgres/workload/dataDirectory",
                        Breakage.value("/var/lib/postgresql")),
                Mutation.of(
                        "an access mode for readers",
                        "/(postgres|redis|minio/tenant/pool)(/instance)?/storage/accessMode",
                        Breakage.value("ReadOnlyMany")),
                Mutation.of(
                        "a bucket with an underscore",
                        "/minio/tenant/buckets/[^/]+",
                        Breakage.renameKey(old -> "my_bucket")),
                Mutation.of(
                        "a bucket that nothing uses",
                        "/minio/tenant/buckets",
                        Breakage.add("more: { region: ap-northeast-2 }")),
                Mutation.of(
                        "an unknown Service of the storage",
                        "/minio/ingresses/[^/]+/rules/\\d/service",
                        Breakage.rename()),
                Mutation.of("a storage without servers", "/minio/tenant/pool/servers", Breakage.value("0")),
                Mutation.of(
                                "a component of a name that is taken",
                                "/(redis|minio|postgres|rabbitmq)",
                                Breakage.set("name", "client-api"))
                        .only("local|production|stage"),
                Mutation.of("a managed edge in k3s", "/traefik/mode", Breakage.value("managed")),
                Mutation.of("an edge of k3s elsewhere", "/traefik/namespace", Breakage.value("cert-manager"))
                        .told(USERS),
                Mutation.of("an edge of k3s of its own", "/traefik/mode", Breakage.value("k3s")));
    }

    private static Stream<Mutation> installation() {
        return Stream.of(
                Mutation.of(
                        "a registry with its scheme",
                        "/environment/argocd/repository",
                        Breakage.value("oci://ghcr.io/acme/charts")),
                Mutation.of("an unknown strategy of updates", ".*/imageUpdater", Breakage.set("strategy", "newest")),
                Mutation.of(
                        "a server without a scheme",
                        "/environment/argocd",
                        Breakage.set("server", "kubernetes.default.svc")),
                Mutation.of("a name that is written", "/environment", Breakage.set("name", "shop")),
                Mutation.of("an unknown add-on", "/cluster/addons/[^/]+", Breakage.renameKey()),
                Mutation.of("an add-on without its namespace", "/cluster/addons/[^/]+/namespace", Breakage.drop())
                        .told(PARENT),
                Mutation.of("an unknown storage class of the cluster", "/cluster/storageClass", Breakage.rename())
                        .only("production"),
                Mutation.of(
                                "a storage class that is listed no more",
                                "/cluster/storageClasses",
                                Breakage.value("[none]"))
                        .also(".*/storageClass"),
                Mutation.of("a storage class twice", "/cluster/storageClasses", Breakage.value("[one, one]")),
                Mutation.of(
                        "a domain of the cluster in upper case", "/cluster/domain", Breakage.value("Cluster.local")));
    }

    private static Stream<Mutation> removals() {
        return Stream.of(
                Mutation.of(
                        "a removal of nothing",
                        "/(cluster|environment|traefik|rabbitmq|redis)",
                        Breakage.add("nothing: null")),
                Mutation.of("a removal of what is required", "/environment", Breakage.set("host", "null"))
                        .told(PARENT),
                Mutation.of(
                                "a removal of a namespace in use",
                                "/cluster/namespaces/(shop-web|shop-bus|iris|plag|rabbitmq)",
                                Breakage.value("null"))
                        .told(USERS),
                Mutation.of(
                                "a removal of the applications",
                                "/applications/(catalogue|orders)/network",
                                Breakage.set("service", "null"))
                        .told(USERS)
                        .also(".*/(rules/\\d/service|value|args/\\d|data/[^/]+)"),
                Mutation.of("a circle of references", "/environment/host", Breakage.value("\"<% environment.url %>\"")),
                Mutation.of("a document in a document", "/environment/tier", Breakage.value("stage\n---\nname: more"))
                        .told(BEHIND),
                Mutation.of("a tab", "/environment/tier", Breakage.value("stage\n\tmore: one"))
                        .told(BEHIND),
                Mutation.of(
                                "a bracket that stays open",
                                APP + "/workload/resources/requests",
                                Breakage.value("{ cpu: 1"))
                        .told(BEHIND),
                Mutation.of("a colon in plain text", APP + "/description", Breakage.value("Shop: the window")));
    }
}
