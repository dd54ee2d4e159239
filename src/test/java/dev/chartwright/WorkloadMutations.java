package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.PARENT;
import static dev.chartwright.Mutation.Told.TEMPLATE;

/** How programs run, what they are given, and what they may do. */
final class WorkloadMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String RESOURCES = ".*/resources";
    private static final String REASON = "because nobody has tried it otherwise yet";

    private WorkloadMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(resources(), replicas(), variables(), volumes(), rights(), exemptions())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> resources() {
        String limits = RESOURCES + "/(limits|requests)(/[a-z]+)?";
        return Stream.of(
                // Local has requests of its own, but for disk.
                Mutation.of("drop requests", RESOURCES + "/requests", Breakage.drop())
                        .only("production|stage|live|trial")
                        .told(PARENT, TEMPLATE),
                Mutation.of("drop a request", RESOURCES + "/requests/(cpu|memory)", Breakage.drop())
                        .told(PARENT, TEMPLATE),
                Mutation.of("drop limits", RESOURCES + "/limits", Breakage.drop())
                        .told(PARENT, TEMPLATE),
                Mutation.of("drop a limit of memory", RESOURCES + "/limits/memory", Breakage.drop())
                        .told(PARENT, TEMPLATE),
                Mutation.of("a request of CPU above its limit", RESOURCES + "/requests/cpu", Breakage.value("\"64\""))
                        .also(limits),
                Mutation.of(
                                "a request of memory above its limit",
                                RESOURCES + "/requests/memory",
                                Breakage.value("64Gi"))
                        .also(limits),
                Mutation.of("a limit of memory below its request", RESOURCES + "/limits/memory", Breakage.value("1Mi"))
                        .also(limits));
    }

    private static Stream<Mutation> replicas() {
        String scaled = "/applications/storefront/workload";
        String spread = "/applications/storefront/workload/replicas";
        return Stream.of(
                Mutation.of(
                        "no pods",
                        "/applications/(catalogue|orders|client-api|admin-api|frontend)/workload",
                        Breakage.set("replicas", "0")),
                Mutation.of("a broker without nodes", "/rabbitmq/cluster", Breakage.set("replicas", "0")),
                Mutation.of("an edge without pods", "/traefik/controller", Breakage.set("replicas", "0")),
                Mutation.of("more pods at least than at most", scaled + "/autoscaling/minReplicas", Breakage.value("9"))
                        .also(".*/autoscaling/maxReplicas"),
                Mutation.of(
                                "fewer pods at most than at least",
                                scaled + "/autoscaling/maxReplicas",
                                Breakage.value("1"))
                        .also(".*/autoscaling/minReplicas"),
                Mutation.of(
                                "scaling by a request that is none",
                                "/applications/storefront/workload/resources/requests/cpu",
                                Breakage.drop())
                        .told(PARENT, TEMPLATE)
                        .also(spread),
                Mutation.of(
                                "several pods with one claim",
                                "/applications/catalogue/workload",
                                Breakage.set("replicas", "3"))
                        .also("/applications/catalogue/data/volumes/index/claim.*"),
                Mutation.of(
                                "a claim of one node that rolls",
                                "/applications/catalogue/workload/pods/strategy",
                                Breakage.value("RollingUpdate"))
                        .also("/applications/catalogue/data/volumes/index/claim.*"),
                Mutation.of("an even number of brokers", "/rabbitmq/cluster", Breakage.set("replicas", "2")));
    }

    private static Stream<Mutation> variables() {
        String config = APP + "/data/config/data";
        return Stream.of(
                Mutation.of(
                                "a password in a variable",
                                APP + "/data/env",
                                Breakage.add("DB_PASSWORD: { value: hunter22 }"))
                        .told(TEMPLATE),
                Mutation.of("a password in configuration", config, Breakage.add("DB_PASSWORD: hunter22"))
                        .told(TEMPLATE),
                Mutation.of(
                                "a password in a URL",
                                config,
                                Breakage.add("DB_URL: postgres://shop:hunter22@db.example/shop"))
                        .told(TEMPLATE),
                Mutation.of(
                                "a private key in configuration",
                                config,
                                Breakage.add("SIGNING: \"-----BEGIN RSA PRIVATE KEY-----\""))
                        .told(TEMPLATE),
                Mutation.of(
                                "two sources of a variable",
                                APP + "/data/env/[^/]*(PASS|SECRET|DATABASE|USER)[^/]*",
                                Breakage.set("value", "shop"))
                        .also(APP + "/data/env/[^/]+"),
                Mutation.of("an unknown host", config, Breakage.add("PEER_URL: \"https://peer.nowhere.example/api\"")),
                Mutation.of("an unknown Service", config, Breakage.add("PEER: nobody.nowhere.svc.cluster.local:80")),
                Mutation.of("a closed port of a Service", config, Breakage.add("PEER: \"<% rabbitmq.host %>:4321\"")),
                Mutation.of(
                        "an address that no need names",
                        "/applications/(frontend|storefront)/data/config/data",
                        Breakage.add("BROKER: \"amqp://<% rabbitmq.host %>:<% rabbitmq.port %>\"")),
                Mutation.of(
                        "a misspelt host",
                        config + "/(?!SHOP_URL|FRONTEND_URL|NEXT)[^/]+",
                        Breakage.value(
                                old -> old.replaceFirst("\\.svc\\.", ".scv.").replaceFirst("://minio", "://mnio"))),
                Mutation.of("a large ConfigMap", config, Breakage.add("LARGE: " + "x".repeat(1_100_000)))
                        .told(TEMPLATE));
    }

    private static Stream<Mutation> volumes() {
        String volumes = APP + "/data/volumes";
        return Stream.of(
                Mutation.of("two volumes at one path", volumes + "/[^/]+", Breakage.copyAs("more")),
                Mutation.of("a volume over the program", volumes, Breakage.add("more: { mountPath: /, emptyDir: {} }")),
                Mutation.of("two kinds of a volume", volumes + "/[^/]+", Breakage.set("configMap", "shop-settings"))
                        .also(volumes + "/[^/]+"),
                Mutation.of(
                        "a ConfigMap of somebody else",
                        volumes,
                        Breakage.add("more: { mountPath: /more, configMap: other }")),
                Mutation.of(
                                "a folder of the node",
                                "/applications/(?!iris|plag)[^/]+/data/volumes",
                                Breakage.add("more: { mountPath: /more, hostPath: { path: /var } }"))
                        .told(TEMPLATE)
                        .also("/cluster/namespaces/[^/]+(/podSecurity)?"),
                Mutation.of(
                                "the socket of the node",
                                "/applications/(?!iris|plag)[^/]+/data/volumes",
                                Breakage.add(
                                        "more: { mountPath: /run/docker.sock, hostPath: { path: /var/run/docker.sock, type: Socket } }"))
                        .told(TEMPLATE)
                        .also("/cluster/namespaces/[^/]+(/podSecurity)?"),
                Mutation.of(
                        "a name for a volume that is a path",
                        volumes + "/[^/]+",
                        Breakage.renameKey(old -> "tmp/" + old)),
                Mutation.of(
                        "a volume in memory without a limit of memory",
                        volumes + "/tmp/emptyDir/sizeLimit",
                        Breakage.value("64GiB")));
    }

    private static Stream<Mutation> rights() {
        String security = APP + "/security";
        String levels = "/cluster/namespaces/[^/]+(/podSecurity)?|" + security + "/[a-zA-Z]+(/user)?";
        return Stream.of(
                Mutation.of("a privileged container", security, Breakage.set("privileged", "true"))
                        .also(levels),
                Mutation.of("root as the user", security + "/runAs/user", Breakage.value("0"))
                        .also(levels),
                Mutation.of("a user of its own that goes", security + "/runAs", Breakage.drop())
                        .told(PARENT)
                        .also(levels),
                Mutation.of("a writable image", security, Breakage.set("readOnlyRootFilesystem", "false"))
                        .told(TEMPLATE)
                        .also(levels),
                Mutation.of(
                                "more capabilities",
                                "/applications/(?!iris|plag)[^/]+/security",
                                Breakage.set("addCapabilities", "[SYS_ADMIN]"))
                        .also(levels),
                Mutation.of("capabilities that stay", security, Breakage.set("dropCapabilities", "[]"))
                        .also(levels),
                Mutation.of("a capability in small letters", security, Breakage.set("addCapabilities", "[sys_admin]")),
                Mutation.of("a capability with CAP_", security, Breakage.set("addCapabilities", "[CAP_SYS_ADMIN]"))
                        .also(levels),
                Mutation.of(
                                "a reason for nothing",
                                "/applications/(orders|price-watcher|storefront|catalogue|letters)/security",
                                Breakage.set("reasons", "{ privileged: " + REASON + " }"))
                        .also(levels),
                Mutation.of(
                        "a level without a reason",
                        "/cluster/namespaces/shop-(edge|web|operators)",
                        Breakage.value("{ podSecurity: baseline }")),
                Mutation.of(
                        "a level that is too strict",
                        "/cluster/namespaces/(shop-sales|iris|client-api)/podSecurity",
                        Breakage.value("restricted")),
                Mutation.of(
                        "a level that an operator cannot keep",
                        "/cluster/namespaces/(redis|rabbitmq|shop-bus)/podSecurity",
                        Breakage.value("strict")),
                Mutation.of("a verb in upper case", ".*/permissions/\\d/verbs/0", Breakage.value("GET")),
                Mutation.of("a verb that no API knows", ".*/permissions/\\d/verbs/0", Breakage.value("read")),
                Mutation.of("every verb", ".*/permissions/\\d/verbs/0", Breakage.value("\"*\""))
                        .told(TEMPLATE),
                Mutation.of("every resource", ".*/permissions/\\d/resources/0", Breakage.value("\"*\""))
                        .told(TEMPLATE),
                Mutation.of("a right to run commands", ".*/permissions/0/resources/0", Breakage.value("pods/exec"))
                        .told(TEMPLATE),
                Mutation.of("a verb twice", ".*/permissions/\\d/verbs", Breakage.add("get"))
                        .also(".*/verbs/\\d"),
                Mutation.of("no verbs", ".*/permissions/\\d/verbs", Breakage.value("[]")),
                Mutation.of("an API group with a version", ".*/permissions/1/apiGroups/0", Breakage.value("apps/v1")));
    }

    private static Stream<Mutation> exemptions() {
        return Stream.of(
                Mutation.of(
                                "an exemption of a misspelt object",
                                "/exemptions/[^/]+",
                                Breakage.renameKey(old -> old + "z"))
                        .told(TEMPLATE),
                Mutation.of(
                                "an exemption of a misspelt kind",
                                "/exemptions/[^/]+",
                                Breakage.renameKey(old -> old.replaceFirst("e", "ee")))
                        .told(TEMPLATE),
                Mutation.of(
                        "an exemption without a namespace",
                        "/exemptions/[^/]+",
                        Breakage.renameKey(old -> old.replaceFirst("/.*/", "/"))),
                Mutation.of("an exemption from an unknown check", "/exemptions/[^/]+/[^/]+", Breakage.misspell()),
                Mutation.of(
                        "an exemption from no policy", "/exemptions/[^/]+", Breakage.add("unknown-service: " + REASON)),
                Mutation.of(
                        "an exemption that nothing needs", "/exemptions/[^/]+", Breakage.add("ssh-port: " + REASON)),
                Mutation.of(
                        "an exemption of Pod Security", "/exemptions/[^/]+", Breakage.add("pod-security: " + REASON)),
                Mutation.of("an exemption without a reason", "/exemptions/[^/]+/[^/]+", Breakage.value("why not")));
    }
}
