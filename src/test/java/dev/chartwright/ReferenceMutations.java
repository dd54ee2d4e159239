package dev.chartwright;

import java.util.stream.Stream;

import static dev.chartwright.TemplateBreakage.dropNode;
import static dev.chartwright.TemplateBreakage.replace;
import static dev.chartwright.TemplateMutation.of;

/** Mistakes in what objects call each other. */
final class ReferenceMutations {
    private static final String NAME = "^ +name: ";
    private static final String RENAMED = ": renamed";

    private ReferenceMutations() {}

    static Stream<TemplateMutation> kinds() {
        return Stream.of(ports(), labels(), names(), routes(), operators()).flatMap(kinds -> kinds);
    }

    private static Stream<TemplateMutation> ports() {
        return Stream.of(
                of(
                                "another name for a container's port",
                                ".*/deployment.*",
                                "^ {12}- name: \"?(<%name%>|postgres|probe|web|websecure|traefik|http)\"?$",
                                replace("name: .*", "name: other"))
                        .below("ports:|network.ports|protocol: ")
                        .told("unknown-target-port", "unknown-probe-port"),
                of("another target port", ".*/service.*", "targetPort: ", replace(": .*", ": other")),
                of("another port of a Service", "(?!.minio).*/service.*", "^ +port: ", replace(": .*", ": 4321"))
                        .told("dangling-route-port"),
                of(
                        "another port of a probe",
                        ".*/(deployment).*|partials/application-probe\\..*",
                        "^ +port: ",
                        replace(": .*", ": other")));
    }

    private static Stream<TemplateMutation> labels() {
        return Stream.of(
                of(
                                "another label of pods",
                                ".*/deployment.*",
                                "^        app.kubernetes.io/component: ",
                                replace(": .*", RENAMED))
                        .told("dangling-selector", "mismatching-selector"),
                of(
                        "another label in a selector",
                        ".*/deployment.*",
                        "^      app.kubernetes.io/component: ",
                        replace(": .*", RENAMED)),
                of(
                                "a selector without its helper",
                                ".*/(deployment|service|poddisruptionbudget).*",
                                "include .*selectorLabels",
                                replace("\\{\\{.*", "app: other"))
                        .told("dangling-selector", "mismatching-selector", "no-anti-affinity"),
                of(
                        "another label in a network policy",
                        "umbrella/.*|partials/policy-peer.*",
                        "^ +\"<%name%>\": \"<%value%>\"",
                        replace("<%value%>", "<%value%>-x")),
                of("no label in a network policy", "umbrella/.*|partials/policy-peer.*", "^ +matchLabels:", dropNode()),
                of(
                        "another namespace in a network policy",
                        "partials/policy-peer.*",
                        "metadata.name: ",
                        replace(": .*", RENAMED)));
    }

    private static Stream<TemplateMutation> names() {
        return Stream.of(
                of("another name for a ConfigMap", ".*/configmap.*", NAME, replace(": .*", RENAMED))
                        .told("dangling-config-map"),
                of(
                                "another name for a Secret",
                                "partials/secret\\..*",
                                "^ {4,}name: \"<%secretName%>\"",
                                replace(": .*", RENAMED))
                        .told("dangling-secret", "dangling-reference", "duplicate-object"),
                of(
                                "another key of a Secret",
                                "partials/secret\\..*",
                                "^ +(- secretKey: |\")\"?<%(\\.|name)%>\"",
                                replace("<%(\\.|name)%>\"", "<%$1%>-x\""))
                        .told("dangling-secret-key"),
                of("another name for a ServiceAccount", ".*/serviceaccount.*", NAME, replace(": .*", RENAMED))
                        .told("dangling-service-account"),
                of("another account of pods", ".*", "serviceAccountName: ", replace(": .*", RENAMED)),
                of("another name for a role", ".*/(cluster)?role[-.].*", NAME, replace(": .*", RENAMED))
                        .told("dangling-role"),
                of("another role in a binding", ".*rolebinding.*", "^  name: ", replace(": .*", RENAMED))
                        .below("kind: "),
                of("another kind of role in a binding", ".*rolebinding.*", "^  kind: ", replace("ClusterRole$", "Role"))
                        .told("dangling-role"),
                of("another subject of a binding", ".*rolebinding.*", "^    name: ", replace(": .*", RENAMED)),
                of("another kind of subject", ".*rolebinding.*", "^  - kind: ", replace(": .*", ": User")),
                of(
                        "another key of a variable's Secret",
                        ".*/deployment.*|partials/application-env.*",
                        "^ +key: ",
                        replace(": .*", RENAMED)),
                of(
                                "another Secret of a variable",
                                ".*/deployment.*|partials/application-env.*",
                                "^ {8,}name: ",
                                replace(": .*", RENAMED))
                        .below("KeyRef:|Ref:"),
                of(
                                "another name for a volume",
                                ".*/deployment.*|partials/application-volume.*",
                                "^ *- name: (data|tmp|rabbitmq-ca|\"<%name%>\")$",
                                replace("name: .*", "name: other"))
                        .told("unknown-volume", "unknown-probe-port", "unknown-target-port"),
                of(
                                "another Secret of a volume",
                                ".*/deployment.*|partials/application-volume.*",
                                "secretName: ",
                                replace(": .*", RENAMED))
                        .told("dangling-secret", "unused-object"),
                of("another claim", ".*", "claimName: ", replace(": .*", RENAMED)),
                of("another name for a claim", ".*/persistentvolumeclaim.*", NAME, replace(": .*", RENAMED))
                        .told("dangling-reference", "dangling-claim"),
                of("another target of an autoscaler", ".*/horizontal.*", "^    name: ", replace(": .*", RENAMED)),
                of(
                        "another kind of target of an autoscaler",
                        ".*/horizontal.*",
                        "^    kind: ",
                        replace(": .*", ": StatefulSet")),
                of(
                        "another selector of a budget",
                        ".*/poddisruption.*",
                        "selectorLabels",
                        replace("\\{\\{.*", "app: other")));
    }

    private static Stream<TemplateMutation> routes() {
        String ingress = "partials/ingress.*";
        String route = ".*/httproute.*";
        return Stream.of(
                of(
                        "another Service of a route",
                        ingress + "|" + route,
                        "name: \"<%service%>\"",
                        replace(": .*", RENAMED)),
                of(
                        "another port of a route",
                        ingress + "|" + route,
                        "(number|port): <%port%>",
                        replace(": .*", ": 4321")),
                of(
                        "another class of a route",
                        ingress + "|.*/gateway\\..*",
                        "(ingressClassName|gatewayClassName): ",
                        replace(": .*", RENAMED)),
                of(
                        "another Gateway of a route",
                        route,
                        "name: \"<%(gateway.name|#gateway).*",
                        replace("name: .*", "name: renamed")),
                of("another listener of a route", route, "sectionName: ", replace(": .*", RENAMED)),
                of("another name for a listener", ".*/gateway\\..*", "- name: ", replace(": .*", RENAMED))
                        .told("unknown-listener", "dangling-reference"),
                of(
                        "another middleware of a route",
                        ingress + "|" + route,
                        "router.middlewares: |name: \"<%.%>\"",
                        replace(": .*", ": nothing@kubernetescrd")),
                of("another name for a middleware", ".*/templates/middleware.*", NAME, replace(": .*", RENAMED))
                        .told("unknown-middleware", "dangling-reference", "duplicate-object"),
                of("another class", ".*/(ingressclass|gatewayclass).*", NAME, replace(": .*", RENAMED))
                        .told("dangling-reference"),
                of(
                        "another controller of a class",
                        ".*/(ingressclass|gatewayclass).*",
                        "controller(Name)?: ",
                        replace("traefik.io", "traefik.example")));
    }

    private static Stream<TemplateMutation> operators() {
        String broker = "rabbitmq/templates/(binding|queue|exchange|permission|user|vhost|policy)-.*";
        return Stream.of(
                of(
                        "another cluster of a broker's object",
                        broker,
                        "^    name: \"<%cluster.name%>\"",
                        replace(": .*", RENAMED)),
                of(
                                "another name for the broker",
                                ".*/templates/rabbitmqcluster.*",
                                "^  name: ",
                                replace(": .*", RENAMED))
                        .told("dangling-reference", "dangling-route", "dangling-selector"),
                of("another virtual host", broker, "^  vhost: ", replace(": .*", RENAMED)),
                of("another end of a binding", ".*/binding-.*", "^  (source|destination): ", replace(": .*", RENAMED)),
                of(
                                "another name in the broker",
                                ".*/(queue|exchange|vhost)-.*",
                                "^  name: \"<%(queue|exchange|vhost)%>\"",
                                replace(": .*", RENAMED))
                        .told("dangling-reference", "duplicate-declaration"),
                of("another user of a permission", ".*/permission-.*", "<%user%>", replace(": .*", RENAMED)),
                of("another Secret of a user", ".*/user-.*", "^    name: \"<%secret%>\"", replace(": .*", RENAMED)),
                of("another Secret of the broker", ".*/rabbitmqcluster.*", "secretName: ", replace(": .*", RENAMED)),
                of("another issuer", ".*/certificate.*", "^    name: ", replace(": .*", RENAMED)),
                of(
                        "another kind of issuer",
                        ".*/certificate.*",
                        "^    kind: ClusterIssuer",
                        replace(": .*", ": Issuer")),
                of("another name for an issuer", ".*/(clusterissuer|issuer).*", "^  name: ", replace(": .*", RENAMED))
                        .told("dangling-reference"),
                of("another Secret of an issuer", ".*/clusterissuer\\..*", "secretName: ", replace(": .*", RENAMED)),
                of(
                                "another Secret of a certificate that is made",
                                ".*/certificate.*",
                                "secretName: ",
                                replace(": .*", RENAMED))
                        .told("dangling-secret", "dangling-reference"),
                of(
                        "another Secret of the cache",
                        ".*/redis\\..*",
                        "name: \"<%instance.passwordSecret%>\"",
                        replace(": .*", RENAMED)),
                of("another key of the cache's Secret", ".*/redis\\..*", "^      key: ", replace(": .*", RENAMED)),
                of(
                        "another configuration of the Tenant",
                        ".*/tenant.*",
                        "name: \"<%configuration%>\"",
                        replace(": .*", RENAMED)),
                of("another user of the Tenant", ".*/tenant.*", "name: \"<%.%>\"", replace(": .*", RENAMED)),
                of(
                        "another selector of a monitor",
                        ".*/servicemonitor.*",
                        "^      app.kubernetes.io/\\w+: ",
                        replace(": .*", RENAMED)),
                of("another port of a monitor", ".*/servicemonitor.*", "- port: ", replace(": .*", RENAMED)),
                of(
                        "another namespace of a monitor",
                        ".*/servicemonitor.*",
                        "^      - \\{\\{ include",
                        replace("\\{\\{.*", "elsewhere")),
                of(
                        "another store of a Secret",
                        "partials/secret\\..*",
                        "name: \"<%store%>\"",
                        replace(": .*", RENAMED)),
                of("another Secret of a store", ".*/secretstore.*", "name: \"<%secret%>\"", replace(": .*", RENAMED)),
                of("another name for a store", ".*/secretstore.*", "^  name: ", replace(": .*", RENAMED))
                        .told("dangling-reference"),
                of(
                        "another source of a mirror",
                        "partials/secret\\..*",
                        "/reflects: ",
                        replace(": .*", ": \"elsewhere/nothing\"")));
    }
}
