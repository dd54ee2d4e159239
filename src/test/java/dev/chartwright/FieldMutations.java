package dev.chartwright;

import java.util.stream.Stream;

import static dev.chartwright.TemplateBreakage.add;
import static dev.chartwright.TemplateBreakage.dropLine;
import static dev.chartwright.TemplateBreakage.dropNode;
import static dev.chartwright.TemplateBreakage.line;
import static dev.chartwright.TemplateBreakage.misspell;
import static dev.chartwright.TemplateBreakage.misspellKey;
import static dev.chartwright.TemplateBreakage.replace;
import static dev.chartwright.TemplateBreakage.twice;
import static dev.chartwright.TemplateMutation.of;

/** Mistakes in the fields of one object. */
final class FieldMutations {
    private static final String MANIFEST = ".*/templates/.*yaml.*|partials/(?!values-).*";
    private static final String WORKLOAD =
            ".*/(deployment|test|job|pod).*|partials/(cleanup-(container|job)|test-pod).*";
    private static final String CUSTOM =
            "(redis|minio|rabbitmq)/templates/(redis|tenant|rabbitmqcluster|queue|user|permission|binding)[-.].*";

    private FieldMutations() {}

    static Stream<TemplateMutation> kinds() {
        return Stream.of(versions(), fields(), values(), security(), metadata(), definitions())
                .flatMap(kinds -> kinds);
    }

    private static Stream<TemplateMutation> versions() {
        return Stream.of(
                of(
                        "an old apiVersion",
                        MANIFEST,
                        "^apiVersion: (apps|batch|policy|autoscaling|networking|rbac|rabbitmq|redis|minio)[\\w.]*/v",
                        replace("/v\\w+", "/v1beta9")),
                of(
                        "a removed apiVersion",
                        MANIFEST,
                        "^apiVersion: (apps|policy|networking.k8s.io|autoscaling|batch)/v",
                        replace("/v\\w+", "/v1beta1")),
                of("a misspelt group", MANIFEST, "^apiVersion: \\w+[./]", misspell("(: )(\\w+)")),
                of("no apiVersion", MANIFEST, "^apiVersion:", dropLine()),
                of("a misspelt kind", MANIFEST, "^kind:", misspell("(kind: )(\\w+)")),
                of(
                                "another kind",
                                MANIFEST,
                                "^kind: (Deployment|Service|Role|Queue|Redis|Ingress|Certificate)$",
                                replace(": .*", ": ConfigMap"))
                        .told("unknown-key", "dangling-secret", "dangling-reference"),
                of("no kind", MANIFEST, "^kind:", dropLine()));
    }

    private static Stream<TemplateMutation> fields() {
        return Stream.of(
                of("misspell a field", MANIFEST, "^ *(- )?[A-Za-z]{3,}:", misspellKey()),
                of("misspell a field of an operator's resource", CUSTOM, "^ +(- )?[A-Za-z]{3,}:", misspellKey()),
                of(
                                "drop a required field",
                                MANIFEST,
                                "^ *(metadata|spec|selector|template|containers|roleRef|rules|backend|paths|ports|issuerRef|secretRef|scaleTargetRef|rabbitmqClusterReference|importCredentialsSecret|path|pathType|mountPath|containerPort|secretName|maxReplicas):",
                                dropNode())
                        .told(
                                "missing-key",
                                "yaml-syntax",
                                "dangling-service-account",
                                "dangling-role",
                                "unknown-volume"),
                of("drop a name", "(?!.*secret)(" + MANIFEST + ")", "^ +(- )?name: ", dropLine()),
                of("a key twice", MANIFEST, "^ *[a-zA-Z]+:", twice()),
                of("an entry twice", MANIFEST, "^ *- (name|key|secretName|host|path|port): ", twice()),
                of(
                        "a number for text",
                        MANIFEST,
                        "^ *(name|image|type|key|namespace|path|kind|secretName|host): ",
                        replace(": .*", ": 7")),
                of(
                                "text for a number",
                                MANIFEST,
                                "^ *(containerPort|port|replicas|periodSeconds|failureThreshold|initialDelaySeconds|terminationGracePeriodSeconds|backoffLimit|maxUnavailable): [^\"%]*$",
                                replace(": .*", ": many"))
                        .told("unknown-target-port"),
                of(
                        "quotes around a number",
                        MANIFEST,
                        "^ *(containerPort|port|replicas|periodSeconds|failureThreshold|initialDelaySeconds|terminationGracePeriodSeconds|backoffLimit|runAsUser): [0-9{<][^\"]*$",
                        replace(": (.*)", ": \"$1\"")),
                of("quotes around a truth value", MANIFEST, ": (true|false)$", replace(": (.*)", ": \"$1\"")),
                of(
                        "a list for a map",
                        MANIFEST,
                        "^ +(metadata|spec|selector|template|labels|resources|securityContext):$",
                        replace(":$", ": []")),
                of(
                        "null for a value",
                        MANIFEST,
                        "^ +(name|image|path|type|secretName|serviceAccountName|roleRef): \\S",
                        replace(": .*", ":")));
    }

    private static Stream<TemplateMutation> values() {
        return Stream.of(
                of("another strategy", MANIFEST, "type: (Recreate|RollingUpdate)", misspell("(type: )(\\w+)")),
                of("an unknown protocol", MANIFEST, "protocol: TCP", replace("TCP", "HTTP")),
                of("an unknown pull policy", MANIFEST, "imagePullPolicy: ", replace(": .*", ": Sometimes")),
                of("an unknown restart policy", MANIFEST, "restartPolicy: ", misspell("(restartPolicy: )(\\w+)")),
                of("a quantity that is none", MANIFEST, "^ +(cpu|memory): \\d", replace(": .*", ": 12apples")),
                of("an unknown kind of Service", ".*/service.*", "type: ", replace(": .*", ": Cluster")),
                of("an unknown path type", MANIFEST, "pathType: ", replace(": .*", ": Prefixed")),
                of("an unknown policy type", MANIFEST, "policyTypes: ", replace("Egress", "Outgress")),
                of(
                        "a negative number",
                        MANIFEST,
                        "^ *(periodSeconds|failureThreshold|revisionHistoryLimit|backoffLimit|ttlSecondsAfterFinished|initialDelaySeconds): \\d",
                        replace(": ", ": -")),
                of("a port out of range", MANIFEST, "^ *(- )?(containerPort|port): \\d+$", replace(": ", ": 9999")),
                of(
                        "the tag latest",
                        WORKLOAD,
                        "image: ",
                        replace("image: .*", "image: docker.io/library/nginx:latest")),
                of("no tag", WORKLOAD, "image: ", replace("image: .*", "image: docker.io/library/nginx")),
                of(
                        "a password in a variable",
                        ".*/deployment.*",
                        "^ +env:$",
                        add("  - name: DATABASE_PASSWORD", "    value: hunter2-and-more")));
    }

    private static Stream<TemplateMutation> security() {
        return Stream.of(
                of(
                        "privileged",
                        WORKLOAD + "|partials/container-security.*",
                        "allowPrivilegeEscalation: ",
                        replace("allowPrivilegeEscalation: .*", "privileged: true")),
                of(
                        "privilege escalation",
                        "(?!.*rabbitmqcluster)(" + MANIFEST + ")",
                        "allowPrivilegeEscalation: ",
                        replace("false", "true")),
                of(
                        "drop what forbids privilege escalation",
                        "(?!.*rabbitmqcluster)(" + MANIFEST + ")",
                        "allowPrivilegeEscalation: ",
                        dropLine()),
                of(
                        "a writable root",
                        "(?!.*rabbitmqcluster)(" + MANIFEST + ")",
                        "readOnlyRootFilesystem: true",
                        dropLine()),
                of(
                        "drop dropped capabilities",
                        "(?!.*rabbitmqcluster)(" + MANIFEST + ")",
                        "^ +capabilities:",
                        dropNode()),
                of("root", MANIFEST, "runAsNonRoot: ", replace("runAsNonRoot: .*", "runAsUser: 0")),
                of(
                                "drop a seccomp profile",
                                "applications/templates/deployment.*|minio/templates/deployment.*",
                                "^ +seccompProfile:",
                                dropNode())
                        .told("pod-security"),
                of(
                                "drop a security context",
                                "(?!.*tenant)(" + MANIFEST + ")",
                                "^ +(securityContext|containerSecurityContext):",
                                dropNode())
                        .told("root-user", "pod-security"),
                of(
                        "host network",
                        ".*/deployment.*|partials/(cleanup-job|test-pod).*",
                        "^ +(serviceAccountName|restartPolicy): ",
                        add("hostNetwork: true")),
                of(
                                "a folder of the node",
                                ".*/deployment.*",
                                "^ +(serviceAccountName): ",
                                add("volumes:", "  - name: host", "    hostPath:", "      path: /"))
                        .told("duplicate-key", "host-mount", "pod-security"),
                of("a port of the node", WORKLOAD, "^ +containerPort: ", add("hostPort: 8080")),
                of(
                        "wildcard verbs",
                        "r.*role[-.].*|partials/cleanup-role.*",
                        "^ +verbs: \\[",
                        replace("\\[.*", "[\"*\"]")),
                of(
                        "wildcard resources",
                        "r.*role[-.].*|partials/cleanup-role.*",
                        "^ +resources: \\[",
                        replace("\\[.*", "[\"*\"]")),
                of(
                                "a shell in pods",
                                "(minio|traefik)/.*role[-.].*|partials/cleanup-role.*",
                                "^ +resources: \\[",
                                replace("\\[.*", "[\"pods/exec\"]"))
                        .below("apiGroups: .\"\""),
                of("drop probes", "(?!postgres).*/deployment.*", "^ +(livenessProbe|readinessProbe):", dropNode()),
                of(
                        "drop requests and limits",
                        ".*/templates/(deployment|redis|tenant|rabbitmqcluster)[-.].*|partials/(cleanup-container|test-pod).*",
                        "^ +resources:",
                        dropNode()),
                of("no limits", "partials/(cleanup-container|test-pod).*", "^ +limits:", dropNode()));
    }

    private static Stream<TemplateMutation> metadata() {
        return Stream.of(
                of("drop a namespace", MANIFEST, "^(  )?namespace: ", dropLine())
                        .told("dangling-reference", "unknown-namespace"),
                of("another namespace", MANIFEST, "^ {0,5}namespace: \\{\\{", replace(": .*", ": elsewhere")),
                of("misspell a hook", MANIFEST, "helm.sh/hook: ", misspell("(helm.sh/hook: )([\\w-]+)")),
                of("misspell the key of a hook", MANIFEST, "helm.sh/hook", misspell("(helm.sh/)(hook[a-z-]*)")),
                of(
                        "a hook weight that is no text",
                        MANIFEST,
                        "helm.sh/hook-weight",
                        line(old -> old.replace("\"", ""))),
                of("misspell a deletion policy", MANIFEST, "hook-delete-policy: ", misspell("(policy: |,)([\\w-]+)$")),
                of(
                        "misspell the policy that keeps",
                        MANIFEST,
                        "helm.sh/resource-policy",
                        misspell("(helm.sh/|policy: )(resource-policy|keep)")),
                of(
                        "misspell an annotation of an add-on",
                        MANIFEST,
                        "^ +(cert-manager.io|traefik.ingress.kubernetes.io|reflector.v1.k8s.emberstack.com|argocd.argoproj.io)/",
                        misspell("(\\.(?:io|com)/)([\\w.-]+)(?=:)")),
                of(
                        "misspell the group of an annotation",
                        MANIFEST,
                        "^ +(cert-manager.io|traefik.ingress.kubernetes.io|reflector.v1.k8s.emberstack.com|argocd.argoproj.io)/",
                        misspell("^( +)(\\w[\\w-]+)")),
                of(
                        "misspell a label of Pod Security",
                        MANIFEST,
                        "pod-security.kubernetes.io/",
                        misspell("(pod-security.kubernetes.io/)(\\w+)")),
                of(
                        "a label that is none",
                        MANIFEST,
                        "^ +app.kubernetes.io/component: ",
                        replace(": .*", ": \"of the shop\"")));
    }

    private static Stream<TemplateMutation> definitions() {
        String crds = ".*/crds/.*";
        String used =
                ".*/crds/(queues|exchanges|bindings|users|permissions|vhosts|rabbitmqclusters|redis\\.|tenants|middlewares\\.).*";
        return Stream.of(
                of("a definition among the templates", crds, "^apiVersion", line(old -> old))
                        .moved(path -> path.replace("/crds/", "/templates/")),
                of("a misspelt definition", crds, "^kind: ", misspell("(kind: )(\\w+)")),
                of("another version of a definition", used, "^ +- name: v|^ +name: v", replace("v1", "v7"))
                        .told("undefined-kind"),
                of("a version that is not served", used, "served: true", replace("true", "false"))
                        .told("undefined-kind"),
                of("no version that is stored", crds, "storage: true", replace("true", "false")),
                of("another plural", crds, "^ +plural: ", misspell("(plural: )(\\w+)"))
                        .told("resource-rule"),
                of("another group of a definition", used, "^ +group: ", misspell("(group: )(\\w+)"))
                        .told("undefined-kind"),
                of("another kind of a definition", used, "^ +kind: \\w", misspell("(kind: )(\\w+)"))
                        .told("undefined-kind"),
                of("another scope of a definition", used, "scope: ", replace("Namespaced", "Cluster"))
                        .told("unknown-namespace"),
                of("misspell a field of a definition", crds, "^ {2,8}(- )?[a-zA-Z]{3,}:", misspellKey())
                        .told("undefined-kind"));
    }
}
