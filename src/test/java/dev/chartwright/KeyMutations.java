package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.PARENT;
import static dev.chartwright.Mutation.Told.TEMPLATE;
import static dev.chartwright.Mutation.Told.USERS;

/** Keys that are misspelt, missing or written twice. */
final class KeyMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String TOPOLOGY = "/rabbitmq/topology";

    private KeyMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(misspelt(), dropped(), doubled())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> misspelt() {
        return Stream.of(
                misspelt("an application", APP + "/(namespace|image|workload|network|data|security)"),
                misspelt("an image", ".*/image/(repository|tag|digest|pullPolicy)"),
                misspelt("a workload", APP + "/workload/[a-zA-Z]+"),
                misspelt("resources", ".*/resources/(requests|limits)(/[a-zA-Z]+)?"),
                misspelt("probes", APP + "/workload/probes/[a-zA-Z]+"),
                misspelt("scheduling", APP + "/workload/scheduling/[a-zA-Z]+"),
                misspelt("pods", APP + "/workload/pods/[a-zA-Z]+"),
                misspelt("autoscaling", APP + "/workload/autoscaling/[a-zA-Z]+"),
                misspelt("a network", APP + "/network/[a-zA-Z]+"),
                misspelt("needs", APP + "/network/needs/[a-zA-Z]+"),
                misspelt("messages", APP + "/network/needs/rabbitmq/[a-zA-Z]+"),
                misspelt("an outside host", APP + "/network/needs/outside/[^/]+/(host|ports)"),
                misspelt("a port", APP + "/network/ports/[^/]+/[a-zA-Z]+"),
                misspelt("an Ingress", ".*/(ingresses/[^/]+|console)/(className|clusterIssuer|middlewares|rules)"),
                misspelt("a rule of an Ingress", ".*/(ingresses/[^/]+|console)/rules/\\d+/[a-zA-Z]+"),
                misspelt("an HTTPRoute", ".*/httpRoutes/[^/]+/[a-zA-Z]+"),
                misspelt("a middleware", ".*/middlewares/[^/]+/[a-zA-Z]+"),
                misspelt("data", APP + "/data/[a-zA-Z]+"),
                misspelt("a variable", APP + "/data/env/[^/]+/(value|secret|key)"),
                misspelt("a volume", APP + "/data/volumes/[^/]+/[a-zA-Z]+"),
                misspelt("a claim", ".*/(claim|storage)/(size|storageClass|accessMode)"),
                misspelt("security", APP + "/security/[a-zA-Z]+"),
                misspelt("a reason of security", APP + "/security/reasons/[a-zA-Z]+"),
                misspelt("a permission", APP + "/security/permissions/\\d+/[a-zA-Z]+"),
                misspelt("a Secret", ".*/secrets/[^/]+/(supplied|existing|sealed|external|reflected|reflection)"),
                misspelt("a supplied key", ".*/supplied/data/[^/]+/(value|compose)"),
                misspelt("a source of a Secret", ".*/(reflected|external|supplied/from)/[a-zA-Z]+"),
                misspelt("a store", APP + "/data/secretStores/[^/]+/[a-zA-Z]+"),
                misspelt("the environment", "/environment/(tier|host|https|chart|argocd|expectedDifferences)"),
                misspelt("the chart", "/environment/chart/[a-zA-Z]+"),
                misspelt("Argo CD", "/environment/argocd/[a-zA-Z]+(/[a-zA-Z]+)?"),
                misspelt("the cluster", "/cluster/[a-zA-Z]+"),
                misspelt("the tools", "/cluster/tools/[a-zA-Z]+"),
                misspelt("the nodes", "/cluster/nodes/[a-zA-Z]+"),
                misspelt("DNS", "/cluster/dns/[a-zA-Z]+"),
                misspelt("an add-on", "/cluster/addons/[^/]+(/[a-zA-Z]+)?"),
                misspelt("a namespace", "/cluster/namespaces/[^/]+/[a-zA-Z]+"),
                misspelt("the edge", "/traefik/[a-zA-Z]+"),
                misspelt("the controller of the edge", "/traefik/controller/[a-zA-Z]+"),
                misspelt("an issuer", "/traefik/issuers/[^/]+/[a-zA-Z0-9]+(/[a-zA-Z]+)?"),
                misspelt("a Gateway", "/traefik/gateway/[a-zA-Z]+"),
                misspelt("a listener", "/traefik/gateway/(listeners|redirects)/[^/]+/[a-zA-Z]+"),
                misspelt("the broker", "/rabbitmq/[a-zA-Z]+"),
                misspelt("the broker's cluster", "/rabbitmq/cluster/[a-zA-Z]+"),
                misspelt("the broker's certificates", "/rabbitmq/cluster/tls/[a-zA-Z]+"),
                misspelt("the topology", TOPOLOGY + "/[a-z]+(/[^/]+/[a-zA-Z]+)?"),
                misspelt("the cache", "/redis/([a-z]+|instance/[a-zA-Z]+)"),
                misspelt("the storage", "/minio/([a-z]+|tenant/[a-zA-Z]+|tenant/pool/[a-zA-Z]+)"),
                misspelt("the database", "/postgres/([a-z]+|workload/[a-zA-Z]+)"),
                misspelt("the platform", "/[a-z]+"));
    }

    private static Mutation misspelt(String what, String pointer) {
        return Mutation.of("misspell a key of " + what, pointer, Breakage.misspell());
    }

    private static Stream<Mutation> dropped() {
        return Stream.of(
                dropped("a namespace", "(" + APP + "|/[a-z]+|/[a-z]+/[a-z]*[oO]perator)/namespace"),
                dropped("an image", ".*/image"),
                dropped("a repository", ".*/image/repository"),
                dropped("a tag", ".*/image/tag"),
                dropped("resources", ".*/resources").told(PARENT, TEMPLATE),
                dropped("what Chart.yaml needs", "/environment/chart/(name|version|description)"),
                dropped("what an environment is", "/environment/(tier|host)"),
                dropped("what a cluster is", "/cluster/(kubernetes|tools|tools/test|tools/kubectl)"),
                dropped("a description", APP + "/description"),
                dropped("a workload or its security", APP + "/(workload|security)")
                        .told(PARENT, TEMPLATE),
                dropped("a reason", APP + "/security/reasons/[a-zA-Z]+")
                        .also(APP + "/security|" + APP
                                + "/security/(privileged|runAs/user|readOnlyRootFilesystem|(add|drop)Capabilities)"),
                dropped("the reason of a namespace", "/cluster/namespaces/[^/]+/reason")
                        .also("/cluster/namespaces/[^/]+/podSecurity"),
                dropped("the level of a namespace", "/cluster/namespaces/(shop-sales|iris|plag|client-api)/podSecurity")
                        .also("/cluster/namespaces/(shop-sales|iris|plag|client-api)"),
                dropped("a listed namespace", "/cluster/namespaces/(?!certificates)[^/]+")
                        .told(USERS),
                dropped("a binding's end", TOPOLOGY + "/bindings/[^/]+/(source|destination|vhost)"),
                dropped("a name in the broker", TOPOLOGY + "/(queues|exchanges)/[^/]+/(queue|exchange|vhost)"),
                dropped("a part of a permission", TOPOLOGY + "/permissions/[^/]+/[a-z]+"),
                dropped("an item of a broker's user", TOPOLOGY + "/users/[^/]+/secret"),
                dropped("a volume's source", APP + "/data/volumes/[^/]+/(emptyDir|claim|secret|hostPath)"),
                dropped("a volume's path", APP + "/data/volumes/[^/]+/mountPath"),
                dropped("a claim's size", ".*/(claim|storage)/size"),
                dropped("how a Secret is made", ".*/secrets/[^/]+/(supplied|existing|sealed|external|reflected)"),
                dropped("a source of a variable", APP + "/data/env/[^/]+/(value|secret|key)"),
                dropped("a part of a rule", ".*/(ingresses/[^/]+|console)/rules/\\d+/(host|service|port)"),
                dropped("a part of an HTTPRoute", ".*/httpRoutes/[^/]+/(hosts|gateway|rules)"),
                dropped("a part of a listener's reference", ".*/httpRoutes/[^/]+/gateway/[a-z]+"),
                dropped("a port's number", APP + "/network/ports/[^/]+/port"),
                dropped("a part of an outside host", ".*/outside/(?!site$)[^/]+/(host|ports)"),
                dropped("a part of a store", ".*/secretStores/[^/]+/[a-zA-Z]+"),
                dropped("a part of DNS", "/cluster/dns/(zone|zoneData|addressLocal)"),
                dropped("a part of an issuer", "/traefik/issuers/[^/]+/(email|route53/[a-zA-Z]+)"),
                dropped("a part of a listener", "/traefik/gateway/listeners/[^/]+/(protocol|port)"),
                dropped("a part of the Gateway", "/traefik/gateway/(name|listeners)"),
                dropped("the controller of the edge", "/traefik/controller").also("/traefik/mode"),
                dropped("a part of the broker", "/rabbitmq/(clusterOperator|topologyOperator|cluster)"),
                dropped("a part of the cache", "/redis/(operator|instance|instance/storage|instance/passwordSecret)"),
                dropped("a part of the storage", "/minio/(operator|tenant|tenant/configuration|tenant/pool)"),
                dropped("a part of the database", "/postgres/(workload|database|storage|workload/[a-zA-Z]+)"),
                dropped("a part of Argo CD", "/environment/argocd/(repository|values|values/[a-z]+)"),
                dropped("a part of a permission at the API", ".*/permissions/\\d+/(apiGroups|resources|verbs)"),
                dropped("a part of an expectation", "/environment/expectedDifferences/(left|right|allowed)"));
    }

    private static Mutation dropped(String what, String pointer) {
        return Mutation.of("drop " + what, pointer, Breakage.drop()).told(PARENT);
    }

    private static Stream<Mutation> doubled() {
        return Stream.of(
                Mutation.of("a key twice", APP + "/(namespace|description|image|network|data)", Breakage.duplicate()),
                Mutation.of("an application twice", APP, Breakage.duplicate()),
                Mutation.of("a variable twice", APP + "/data/(env|config/data)/[^/]+", Breakage.duplicate()),
                Mutation.of("a part twice", "/(traefik|rabbitmq|redis|minio|postgres|cluster)", Breakage.duplicate()),
                Mutation.of("a queue twice", TOPOLOGY + "/queues/[^/]+", Breakage.duplicate()),
                Mutation.of("a Secret twice", ".*/secrets/[^/]+", Breakage.duplicate()),
                Mutation.of("a namespace twice", "/cluster/namespaces/[^/]+", Breakage.duplicate()));
    }
}
