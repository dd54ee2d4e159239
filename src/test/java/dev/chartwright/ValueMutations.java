package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.TEMPLATE;
import static dev.chartwright.Mutation.Told.USERS;

/** Values of another type, out of range, or of a form that somebody refuses. */
final class ValueMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String NAME = APP + "/(namespace|network/service/name|data/config/name)";
    private static final String KEYED =
            "/applications/[^/]+|.*/(ingresses|httpRoutes|middlewares|secrets|secretStores|volumes|ports|issuers)/[^/]+";

    private ValueMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(types(), ranges(), texts(), names(), keys())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> types() {
        return Stream.of(
                value(
                        "text for a number",
                        ".*/(port|servicePort|replicas|terminationGracePeriodSeconds|count|ttl)",
                        "many"),
                value("a quoted number", ".*/(port|servicePort|replicas|count|startupSeconds)", "\"80\""),
                value("a fraction for a number", ".*/(port|servicePort|replicas|count)", "1.5"),
                value(
                        "text for a truth value",
                        ".*/(redirectToHttps|durable|needs/redis|needs/database|readOnly|https|security/privileged)",
                        "maybe"),
                value(
                        "an old truth value",
                        ".*/(redirectToHttps|durable|needs/database|readOnly|https|namespaces/[^/]+/existing)",
                        "yes"),
                value(
                        "a quoted truth value",
                        ".*/(redirectToHttps|durable|needs/database|readOnly|https|namespaces/[^/]+/existing)",
                        "\"true\""),
                value("a number for text", ".*/(namespace|repository|queue|exchange|type|tag|database)", "7"),
                value("a truth value for text", ".*/(namespace|description|remoteKey|region)", "true"),
                value("an old truth value for text", APP + "/data/(config/data/[^/]+|env/[^/]+/value)", "no"),
                value("a number in configuration", APP + "/data/(config/data/[^/]+|env/[^/]+/value)", "5672"),
                value("a time in base 60", APP + "/data/config/data/[^/]+", "12:30:45"),
                value("an octal number", APP + "/data/config/data/[^/]+", "0755"),
                value("a date", APP + "/data/config/data/[^/]+", "2026-01-02"),
                value("a version that is a number", ".*/tag", "1.10"),
                value("a list for text", ".*/(namespace|repository|host|mountPath|secret)", "[one]"),
                value("a map for text", ".*/(namespace|repository|host|mountPath|secret)", "{ name: one }"),
                value("text for a list", ".*/(consumes|envFrom|keys|hosts|addresses|objectStorage|tags|users)", "one"),
                value(
                        "a map for a list",
                        ".*/(consumes|envFrom|keys|hosts|addresses|objectStorage|tags)",
                        "{ one: two }"),
                value(
                        "text for a map",
                        "(?!.*reasons).*/(image|resources|requests|limits|probes|runAs|storage|sealed|emptyDir)",
                        "one"),
                value("a list for a map", "(?!.*permissions).*/(image|resources|probes|runAs|service)", "[one]")
                        .told(TEMPLATE),
                value("nothing for a value", ".*/(image/tag|image/repository|environment/tier|queue|exchange)", "null"),
                value("a tilde for a value", APP + "/(namespace|description)", "~"),
                value("an anchor", APP + "/(namespace|description)", "&name shop"),
                value("a tag of YAML", APP + "/(namespace|description)", "!!str shop"),
                value("an alias", APP + "/(namespace|description)", "*name"),
                value(
                        "a list of the wrong things",
                        ".*/(outside/[^/]+/ports|consumes|envFrom|podNetworks)",
                        "[{ a: b }]"));
    }

    private static Stream<Mutation> ranges() {
        return Stream.of(
                value("a port out of range", ".*/(port|servicePort)", "80800"),
                value("port 0", ".*/(port|servicePort)", "0"),
                value(
                        "a negative number",
                        ".*/(terminationGracePeriodSeconds|replicas|startupSeconds|periodSeconds|count)",
                        "-5"),
                value(
                        "a number too large for 32 bits",
                        ".*/(replicas|count|ttl|terminationGracePeriodSeconds)",
                        "3000000000"),
                value("a number too large for 64 bits", ".*/(replicas|count|ttl)", "99999999999999999999"),
                value("a quantity that is none", ".*/(cpu|memory|size|sizeLimit|ephemeralStorage)", "12 apples"),
                value("a quantity with a small unit", ".*/(memory|size)", "512mb"),
                value("a quantity with the unit of bytes", ".*/(memory|size)", "2GB"),
                value("thousandths of a byte", ".*/(memory|size|sizeLimit)", "512m"),
                value("a share for CPU", ".*/cpu", "50%"),
                value("a negative quantity", ".*/(cpu|memory|size)", "-1"),
                value("a quantity of nothing", ".*/(storage|claim)/size", "0"),
                value("a huge amount of CPU", ".*/requests/cpu", "1000000"),
                value("a percentage of nothing", ".*/(cpuPercent|memoryPercent)", "0"),
                value("a duration that is none", ".*/(refreshInterval|duration|renewBefore|interval)", "1 week"),
                value("a duration in days", ".*/(refreshInterval|duration|renewBefore|interval)", "30d"),
                value("a renewal after the end", ".*/renewBefore", "9000h").also(".*/tls/duration"));
    }

    private static Stream<Mutation> texts() {
        return Stream.of(
                value("the tag `latest`", ".*/tag", "latest"),
                value("a digest that is none", ".*/digest", "sha256:abc"),
                value("a tag with a colon", ".*/(image|test|kubectl)/tag", "\"1:2\""),
                value("a repository with a tag", ".*/repository", "docker.io/library/postgres:18"),
                value("a repository in upper case", ".*/(image|test|kubectl)/repository", "ghcr.io/Acme/Program"),
                value("a repository as a URL", ".*/(image|test|kubectl)/repository", "https://ghcr.io/acme/program"),
                value("a version that is none", "/environment/chart/version", "\"1.0\""),
                value("a version with a `v`", "/environment/chart/version", "v1.0.0"),
                value("an address that is none", "/cluster/nodes/addresses/\\d", "192.0.2.300"),
                value("a block without a length", "/cluster/nodes/podNetworks/\\d", "10.42.0.0"),
                value("a block that is none", "/cluster/nodes/podNetworks/\\d", "300.42.0.0/16"),
                value("a mail address that is none", "/traefik/issuers/[^/]+/email", "operator"),
                value("a directory that is no URL", "/traefik/issuers/[^/]+/server", "acme-v02.api.letsencrypt.org"),
                value("a host with a scheme", "(.*/rules/\\d/host|/environment/host)", "https://shop.example"),
                value("a host with a port", "(.*/rules/\\d/host|/environment/host)", "\"shop.example:443\""),
                value("a host with an underscore", "(.*/rules/\\d/host|/environment/host)", "my_shop.example"),
                value("a host in upper case", "(.*/rules/\\d/host|/environment/host)", "Shop.example"),
                value("a host with a dot at the end", "(.*/rules/\\d/host|/environment/host)", "shop.example."),
                value("a wildcard in the middle", ".*/rules/\\d/host", "\"shop.*.example\""),
                value("a path without a slash", ".*/rules/\\d/path", "api"),
                value("a path with a space", ".*/rules/\\d/path", "\"/a b\""),
                value("a kind of path of the Gateway", ".*/(ingresses/[^/]+|console)/rules/\\d/pathType", "PathPrefix"),
                value("a kind of path of Ingress", ".*/httpRoutes/[^/]+/rules/\\d/pathType", "Prefix"),
                value("a probe path without a slash", APP + "/workload/probes/path", "healthz"),
                value("a mount path that is relative", APP + "/data/volumes/[^/]+/mountPath", "tmp"),
                value("a mount path with a colon", APP + "/data/volumes/[^/]+/mountPath", "\"/a:b\""),
                value("an unknown Pod Security level", "/cluster/namespaces/[^/]+/podSecurity", "basic"),
                value("an unknown kind of exchange", "/rabbitmq/topology/exchanges/[^/]+/type", "fan"),
                value("an unknown tier", "/environment/tier", "prod"),
                value("an unknown strategy", APP + "/workload/pods/strategy", "Rolling"),
                value("an unknown policy for pulls", ".*/pullPolicy", "always"),
                value("an unknown access mode", ".*/accessMode", "RWO"),
                value("an unknown mode of the edge", "/traefik/mode", "k8s"),
                value("an unknown kind of Service", ".*/serviceType", "Loadbalancer"),
                value("an unknown region", ".*/(secretStores/[^/]+|route53)/region", "Frankfurt"),
                value("an unknown tag of a user", "/rabbitmq/topology/users/[^/]+/tags/0", "admin"),
                value("a range of versions that is none", "/cluster/kubernetes", "\"from 1.33\""),
                value("an empty range of versions", "/cluster/kubernetes", "\">=1.35.0 <1.34.0\""),
                Mutation.of(
                        "an open reference",
                        "(?!.*/description).*",
                        Breakage.value(old -> old.replaceFirst(" %>", ""))));
    }

    private static Stream<Mutation> names() {
        return Stream.of(
                value("a name that Kubernetes refuses", NAME, "Shop_Web"),
                value(
                        "a name in upper case",
                        NAME + "|.*/(reflected/secret|passwordSecret|credentials|configuration)",
                        "Shop"),
                value("a name with a space at the end", NAME + "|.*/(store|section|clusterIssuer)", "\"shop \""),
                value("an empty name", NAME + "|.*/(queue|exchange|repository|tag|mountPath|host|remoteKey)", "\"\""),
                value("a blank name", NAME + "|.*/(queue|exchange|repository|mountPath|host)", "\" \""),
                value("a name that is too long", NAME, "a".repeat(64) + "." + "b".repeat(200)),
                value("a name with a dash at the end", NAME, "shop-"),
                value("a Service that begins with a digit", APP + "/network/service/name", "1shop"),
                value("a user name with a space at the end", ".*/username/value", "\"shop \"")
                        .told(USERS),
                value("a queue with a space at the end", "/rabbitmq/topology/queues/[^/]+/queue", "\"shop \"")
                        .told(USERS),
                value("a broker with a long name", "/rabbitmq/cluster/name", "b" + "-broker".repeat(8))
                        .told(TEMPLATE, USERS),
                value("a cache with a long name", "/redis/instance/name", "b" + "-cache".repeat(10))
                        .told(TEMPLATE, USERS),
                value("a pool with a long name", "/minio/tenant/pool/name", "p" + "-pool".repeat(10))
                        .told(TEMPLATE),
                value("a reserved name in the broker", "/rabbitmq/topology/queues/[^/]+/queue", "amq.orders"));
    }

    private static Stream<Mutation> keys() {
        return Stream.of(
                key("a key in upper case", KEYED, old -> "Shop"),
                key("a key with an underscore", KEYED, old -> old + "_1"),
                key("a key with a space", KEYED, old -> "\"" + old.replace("\"", "") + " \""),
                key("an empty key", KEYED, old -> "\"\""),
                key("a key that is too long", KEYED, old -> "a".repeat(254)),
                key("a variable that no shell can name", APP + "/data/env/[^/]+", old -> "MY VARIABLE"),
                key("a variable that begins with a digit", APP + "/data/(env|config/data)/[^/]+", old -> "1ST"),
                key("a name for a port that is too long", APP + "/network/ports/[^/]+", old -> "a-very-long-port-name"),
                key("a name for a port without letters", APP + "/network/ports/[^/]+", old -> "\"8080\""),
                key("a label with two slashes", ".*/(labels|nodeSelector)/[^/]+", old -> "a/b/c"),
                key("an annotation with a space", ".*/[a-zA-Z]*[aA]nnotations/[^/]+", old -> "\"my note\""),
                value("a label that is too long", ".*/(labels|nodeSelector)/[^/]+", "a".repeat(64)),
                value("a label with a space", ".*/(labels|nodeSelector)/[^/]+", "\"web team\""),
                key("a chart's own name", "/applications/[^/]+", old -> "global"));
    }

    private static Mutation value(String name, String pointer, String text) {
        return Mutation.of(name, pointer, Breakage.value(text));
    }

    private static Mutation key(String name, String pointer, java.util.function.UnaryOperator<String> change) {
        return Mutation.of(name, pointer, Breakage.renameKey(change));
    }
}
