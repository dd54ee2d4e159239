package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import static dev.chartwright.Mutation.Told.NAMED;
import static dev.chartwright.Mutation.Told.PARENT;
import static dev.chartwright.Mutation.Told.TEMPLATE;
import static dev.chartwright.Mutation.Told.USERS;

/** Ports, Services, routes, names in DNS and certificates. */
final class RouteMutations {
    private static final String APP = "/applications/[^/]+";
    private static final String RULE = ".*/(ingresses/[^/]+|console)/rules/\\d";

    private RouteMutations() {}

    static List<Mutation> kinds() {
        return Stream.of(ports(), routes(), middlewares(), records(), gateway(), certificates())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Mutation> ports() {
        String port = APP + "/network/ports/[^/]+";
        String users = "(.*/rules/\\d/port|" + APP + "/data/(config/data/[^/]+|env/[^/]+/value)|" + APP
                + "/workload/args/\\d+)";
        return Stream.of(
                Mutation.of("two ports of one number", port, Breakage.copyAs("more"))
                        .also(port + "/port"),
                Mutation.of("two ports of one name", port, Breakage.duplicate()),
                Mutation.of(
                                "another port of a Service",
                                port
                                        + "/servicePort|/applications/(client-api|admin-api|frontend)/network/ports/http/port",
                                Breakage.value("4321"))
                        .told(USERS)
                        .also(users),
                Mutation.of("the port of another application", RULE + "/port", Breakage.value("8081")),
                Mutation.of("the Service of another application", RULE + "/service", Breakage.value("catalogue")),
                Mutation.of("an application of the same Service", "/applications/letters", Breakage.copyAs("more"))
                        .told(TEMPLATE)
                        .also("/applications/[^/]+(/data/config/name)?"),
                Mutation.of("a Service without ports", APP + "/network/ports", Breakage.drop())
                        .told(PARENT, USERS)
                        .also(APP + "/network/service|.*/rules/\\d/port|.*/probes(/path)?"),
                Mutation.of("ports without a Service", APP + "/network/service", Breakage.drop())
                        .told(PARENT, USERS)
                        .also(".*/rules/\\d/service"),
                Mutation.of("the port of SSH", APP + "/network/ports/[^/]+/port", Breakage.value("22"))
                        .told(TEMPLATE)
                        .also(users),
                Mutation.of(
                        "a probe without a port",
                        "/applications/(letters|iris|price-watcher)/workload",
                        Breakage.set("probes", "{ path: /healthz }")));
    }

    private static Stream<Mutation> routes() {
        String again = ".*/rules/\\d(/(host|path))?";
        return Stream.of(
                Mutation.of("an Ingress again", ".*/ingresses/[^/]+", Breakage.copyAs("more"))
                        .also(again),
                Mutation.of("a route again", ".*/httpRoutes/[^/]+", Breakage.copyAs("more"))
                        .also(again + "|.*/hosts/\\d"),
                Mutation.of(
                                "a host and path of another route",
                                "/applications/storefront/network/ingresses/clerks",
                                Breakage.copyAs("more", text -> text.replace("path: /office", "path: /office")))
                        .also(again),
                Mutation.of(
                                "a host without a record",
                                "/applications/(storefront|frontend|client-api)/network/ingresses/[^/]+/rules/\\d/host",
                                Breakage.value("\"other.one.<% environment.host %>\""))
                        .only("production|stage")
                        .also("/cluster/dns/records/[^/]+"),
                Mutation.of("no rules", ".*/(ingresses|httpRoutes)/[^/]+/rules", Breakage.value("[]")),
                Mutation.of("no hosts", ".*/httpRoutes/[^/]+/hosts", Breakage.value("[]")),
                Mutation.of("a host twice", ".*/httpRoutes/[^/]+/hosts", Breakage.add("\"<% environment.host %>\""))
                        .also(".*/hosts/\\d"),
                Mutation.of("an unknown class", ".*/(ingresses/[^/]+|console)/className", Breakage.rename()),
                Mutation.of("another name for the class", "/traefik/ingressClass", Breakage.rename())
                        .told(USERS)
                        .also(".*/(className|ingressClass)"),
                // The wildcard of the Gateway has a certificate for the hosts of production.
                Mutation.of("a route without TLS", ".*/(ingresses/[^/]+|console)/rules/\\d/tlsSecret", Breakage.drop())
                        .only("stage|local|live|trial")
                        .told(PARENT),
                Mutation.of(
                                "an issuer without certificates",
                                ".*/(ingresses/[^/]+|console)/clusterIssuer",
                                Breakage.drop())
                        .told(PARENT)
                        .also(".*/rules/\\d/tlsSecret"),
                Mutation.of(
                                "one certificate of two Ingresses",
                                "/applications/storefront/network/ingresses/clerks/rules/0/tlsSecret",
                                Breakage.value("shoppers-tls"))
                        .also(".*/tlsSecret"));
    }

    private static Stream<Mutation> middlewares() {
        return Stream.of(
                Mutation.of("a middleware of no kind", ".*/middlewares/[^/]+", Breakage.value("{}")),
                Mutation.of(
                                "a middleware of two kinds",
                                ".*/network/middlewares/(cors|without-prefix)",
                                Breakage.set("redirectScheme", "{}"))
                        .also(".*/network/middlewares/[^/]+"),
                Mutation.of(
                        "a middleware of a list in short", ".*/ingresses/[^/]+/middlewares/0", Breakage.value("cors")),
                Mutation.of(
                        "a middleware twice",
                        ".*/ingresses/[^/]+/middlewares",
                        Breakage.value(
                                "[shop-web-without-prefix@kubernetescrd, shop-web-without-prefix@kubernetescrd]")),
                Mutation.of(
                        "a regular expression that is none",
                        ".*/cors/originRegexes/0",
                        Breakage.value("'https://(.*'")),
                Mutation.of(
                        "a regular expression for pieces",
                        ".*/cors/originRegexes/0",
                        Breakage.value("'https://shop$'")),
                Mutation.of(
                        "a regular expression that looks ahead",
                        ".*/cors/originRegexes/0",
                        Breakage.value("'^https://(?!shop).*$'")),
                Mutation.of("a method that is none", ".*/cors/methods/0", Breakage.value("FETCH")),
                Mutation.of("a prefix without a slash", ".*/stripPrefixes/0", Breakage.value("office")));
    }

    private static Stream<Mutation> records() {
        String records = "/cluster/dns/records";
        return Stream.of(
                Mutation.of("a record again", records + "/[^/]+", Breakage.copyAs("more")),
                Mutation.of(
                        "a record that nothing routes",
                        records,
                        Breakage.add("more: \"unserved.<% environment.host %>\"")),
                Mutation.of("a record of another zone", records + "/[^/]+", Breakage.value("shop.elsewhere.example"))
                        .also(".*/rules/\\d+/host|.*/hosts/\\d"),
                Mutation.of("another zone", "/cluster/dns/zone", Breakage.value("elsewhere.example"))
                        .also(records + "/[^/]+"),
                Mutation.of("a zone with a dot at the end", "/cluster/dns/zone", Breakage.value("elsewhere.example.")),
                Mutation.of("a Terraform name with a dot", records + "/[^/]+", Breakage.renameKey(old -> "my.record")),
                Mutation.of(
                        "a record that is said to be elsewhere",
                        "/cluster/dns",
                        Breakage.set("servedElsewhere", "{ nowhere: somebody else serves it from another cluster }")),
                Mutation.of("no nodes", "/cluster/nodes", Breakage.drop())
                        .told(PARENT)
                        .also(records),
                Mutation.of("no addresses", "/cluster/nodes/addresses", Breakage.value("[]"))
                        .also(records),
                Mutation.of("an address twice", "/cluster/nodes/addresses", Breakage.value("[192.0.2.7, 192.0.2.7]")),
                Mutation.of("an address of IPv6", "/cluster/nodes/addresses/0", Breakage.value("\"2001:db8::1\"")),
                Mutation.of("another host of the environment", "/environment/host", Breakage.value("elsewhere.example"))
                        .only("live|production|stage")
                        .also(".*/rules/\\d+/host|.*/hosts/\\d|" + records
                                + "/[^/]+|/traefik/gateway/listeners/[^/]+/host"));
    }

    private static Stream<Mutation> gateway() {
        String listeners = "/traefik/gateway/listeners";
        return Stream.of(
                Mutation.of("a listener again", listeners + "/[^/]+", Breakage.copyAs("more")),
                Mutation.of("a listener on the port of the Service", listeners + "/[^/]+/port", Breakage.value("443")),
                Mutation.of("a listener of the wrong port", listeners + "/https-apex/port", Breakage.value("8000"))
                        .also(listeners + "/[^/]+/[a-z]+"),
                Mutation.of(
                                "a listener of HTTPS without a certificate",
                                listeners + "/https-[a-z]+/tlsSecret",
                                Breakage.drop())
                        .told(PARENT),
                Mutation.of(
                                "a listener of plain HTTP with a certificate",
                                listeners + "/https-[a-z]+/protocol",
                                Breakage.value("HTTP"))
                        .also(listeners + "/[^/]+/[a-zA-Z]+"),
                Mutation.of("an unknown protocol", listeners + "/[^/]+/protocol", Breakage.value("TLS")),
                Mutation.of(
                                "a host that the listener does not serve",
                                ".*/httpRoutes/[^/]+/hosts/0",
                                Breakage.value("shop.example"))
                        .also(".*/gateway/section"),
                Mutation.of(
                                "a listener of another host",
                                "/applications/admin-api/network/httpRoutes/[^/]+/gateway/section",
                                Breakage.value("http"))
                        .told(NAMED)
                        .also(".*/hosts/0"),
                Mutation.of(
                                "a listener for hosts that it does not serve",
                                listeners + "/https-apex/host",
                                Breakage.value("shop.example"))
                        .only("production")
                        .also(".*/hosts/0|.*/gateway/section"),
                Mutation.of(
                        "a redirect of hosts that are no names",
                        "/traefik/gateway/redirects/[^/]+/hosts/0",
                        Breakage.value("\"*\"")),
                Mutation.of(
                        "a redirect of a listener of HTTPS",
                        "/traefik/gateway/redirects/[^/]+/listener",
                        Breakage.value("https-apex")),
                Mutation.of("a path and kind again", ".*/httpRoutes/[^/]+/rules/1/path", Breakage.value("/graphql"))
                        .also(".*/httpRoutes/[^/]+/rules/0/path"));
    }

    private static Stream<Mutation> certificates() {
        String issuers = "/traefik/issuers/[^/]+";
        return Stream.of(
                Mutation.of("an issuer without a solver", issuers + "/(http01|route53)", Breakage.drop())
                        .told(PARENT),
                Mutation.of("an issuer of an unknown class", issuers + "/http01/ingressClass", Breakage.rename()),
                Mutation.of(
                                "a certificate that outlives its authority",
                                "/rabbitmq/cluster/tls/duration",
                                Breakage.value("1h"))
                        .also("/rabbitmq/cluster/tls/renewBefore"),
                Mutation.of(
                                "one Secret for two certificates",
                                "/rabbitmq/cluster/tls/secret",
                                Breakage.value("admin-credentials"))
                        .only("production|stage")
                        .also("/rabbitmq/.*"));
    }
}
