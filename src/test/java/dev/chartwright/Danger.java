package dev.chartwright;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What goes wrong when these operators and their resources share a release, numbered as in ARCHITECTURE.md; how one
 * sees in a render that it will not; and changes of the charts that take the answer out.
 */
enum Danger {
    /** An operator runs another version than its RBAC and CRDs are for. */
    D1(
            "production stage local",
            DangerSigns::movingImages,
            new Mutation("values.yaml", "tag: \"2.19.1\"", "tag: \"latest\""),
            new Mutation("values.yaml", "tag: \"1.18.3\"", "tag: \"1.20.1\"")),
    /** A later topology operator does not see Secrets without its label. */
    D2(
            "production stage local",
            DangerSigns::unlabelledCredentials,
            new Mutation("charts/rabbitmq/", "\"rabbitmq.com/topology-operator\": \"true\"", "")),
    /** The topology operator does not trust the broker's certificate. */
    D3(
            "production stage local",
            DangerSigns::untrustedBroker,
            new Mutation("certificate-trust.yaml", "name: \"rabbitmq-ca\"", "name: \"other\""),
            new Mutation("clusterissuer.yaml", "secretName: \"rabbitmq-ca\"", "secretName: \"other\""),
            new Mutation("deployment-topology-operator.yaml", "/etc/ssl/certs/", "/etc/")),
    /** A broker pod takes a week to stop. */
    D4(
            "production stage local",
            rendered -> rendered.ofKind("RabbitmqCluster")
                    .filter(broker ->
                            broker.at("/spec/terminationGracePeriodSeconds").asInt(604_800) > 300)
                    .map(broker -> RenderedPlatform.name(broker) + " may take days to stop"),
            new Mutation("rabbitmqcluster.yaml", "terminationGracePeriodSeconds: 60", "")),
    /** Uninstall deletes operators before their resources, whose finalizers then stay. */
    D5(
            "stage production local",
            DangerSigns::stuckResources,
            new Mutation("cleanup/job-broker.yaml", "pre-delete", "post-delete"),
            new Mutation("cleanup/job-broker.yaml", "rabbitmqclusters.rabbitmq.com", "shovels.rabbitmq.com"),
            new Mutation("charts/minio/templates/cleanup/job-tenants.yaml", "tenants.minio.min.io", "pods")),
    /** The data of Redis go with the Redis. */
    D6(
            "production stage local",
            rendered -> rendered.ofKind("Redis")
                    .filter(redis -> !redis.at("/spec/storage/keepAfterDelete").asBoolean(false))
                    .map(redis -> RenderedPlatform.name(redis) + " takes its volume along"),
            new Mutation("redis.yaml", "keepAfterDelete: true", "keepAfterDelete: false")),
    /** Labels of the Redis become selectors, and a selector must never change. */
    D7(
            "production stage local",
            rendered -> rendered.ofKind("Redis")
                    .flatMap(redis -> redis.at("/metadata/labels").propertyStream())
                    .map(label -> label.getKey())
                    .filter(label -> !Set.of(
                                    "app.kubernetes.io/name",
                                    "app.kubernetes.io/instance",
                                    "app.kubernetes.io/component")
                            .contains(label)),
            new Mutation("redis.yaml", "redis-operator.selectorLabels", "redis-operator.labels")),
    /** The Redis operator exits without webhook certificates, and without all four definitions. */
    D8(
            "production stage local",
            rendered -> Stream.concat(
                    DangerSigns.mustBe("false", rendered.env("redis-operator", "ENABLE_WEBHOOKS")),
                    DangerSigns.mustBe(
                            4,
                            rendered.definitions("redis.redis.opstreelabs.in").size())),
            new Mutation("charts/redis-operator/templates/deployment.yaml", "value: \"false\"", "value: \"true\""),
            new Mutation("redissentinels.redis.redis.opstreelabs.in", "redis.redis.opstreelabs.in", "example.com")),
    /** The MinIO images of Docker Hub are gone. */
    D9(
            "stage local",
            rendered -> rendered.texts().filter(text -> text.matches("(docker\\.io/)?minio/[a-z]+[:@].*")),
            new Mutation("values.yaml", "\"quay.io/minio/minio\"", "\"minio/minio\"")),
    /** A second MinIO operator never starts on one node. */
    D10(
            "stage local",
            rendered -> rendered.named("Deployment", "minio-operator")
                    .filter(object -> object.at("/spec/replicas").asInt(1) != 1
                            || object.at("/spec/template/spec/affinity").has("podAntiAffinity"))
                    .map(RenderedPlatform::name),
            new Mutation("charts/minio/templates/deployment.yaml", "replicas: 1", "replicas: 2")),
    /** MinIO makes its users once, from the Secrets that are there. */
    D11(
            "stage local",
            rendered -> DangerSigns.tenantSecrets(
                    rendered, "/spec/users", List.of("CONSOLE_ACCESS_KEY", "CONSOLE_SECRET_KEY")),
            new Mutation("secret-iris-user.yaml", "kind: Secret", "kind: SealedSecret"),
            new Mutation("secret-iris-user.yaml", "type:", "  annotations: {helm.sh/hook: post-install}\ntype:")),
    /** A Tenant with an incomplete configuration is never looked at again. */
    D12(
            "stage local",
            rendered -> Stream.concat(
                    DangerSigns.tenantSecrets(rendered, "/spec/configuration", List.of("config.env")),
                    DangerSigns.incompleteConfiguration(rendered)),
            new Mutation("secret-tenant-config.yaml", "\"config.env\":", "\"other.env\":")),
    /** The MinIO operator's certificates for STS need a signer, and its Deployment one name. */
    D13(
            "stage local",
            rendered -> DangerSigns.mustBe("off", rendered.env("minio-operator", "OPERATOR_STS_ENABLED")),
            new Mutation("charts/minio/templates/deployment.yaml", "value: \"off\"", "value: \"on\""),
            new Mutation("charts/minio/templates/deployment.yaml", "name: minio-operator", "name: objects-operator")),
    /** A webhook that does not serve yet refuses what the same release declares. */
    D14(
            "production stage local",
            rendered -> Stream.concat(
                    DangerSigns.mustBe("false", rendered.env("messaging-topology-operator", "ENABLE_WEBHOOKS")),
                    rendered.objects()
                            .map(RenderedPlatform::kind)
                            .filter(kind -> kind.contains("WebhookConfiguration"))),
            new Mutation("deployment-topology-operator.yaml", "value: \"false\"", "value: \"true\""),
            new Mutation("rabbitmq/templates/role-topology", "kind: Role\n", "kind: ValidatingWebhookConfiguration\n")),
    /** Traefik's Gateway provider never syncs where a definition is missing. */
    D15(
            "local production stage",
            rendered -> rendered.texts()
                    .filter(text -> text.equals("--providers.kubernetesgateway"))
                    .filter(text -> !rendered.platform().cluster().hasAddon("gateway-api")),
            new Mutation(
                    "charts/traefik/templates/deployment.yaml",
                    "- --providers.kubernetescrd\n",
                    "- --providers.kubernetesgateway\n")),
    /** Traefik's own provider never syncs where one of its ten definitions is missing. */
    D16(
            "local",
            rendered ->
                    DangerSigns.mustBe(10, rendered.definitions("traefik.io").size()),
            new Mutation("crds/tlsstores.traefik.io.yaml", "group: traefik.io", "group: example.com")),
    /** A listener's port is the entry point's, not the Service's. */
    D17(
            "production stage",
            rendered -> rendered.ofKind("Gateway")
                    .flatMap(gateway -> gateway.at("/spec/listeners").valueStream())
                    .map(listener -> listener.path("port").asInt(0))
                    .filter(port -> port != 8000 && port != 8443)
                    .map(port -> "port " + port),
            new Mutation("gateway.yaml", "port: 8443", "port: 443")),
    /** Traefik ignores the annotations for redirects. */
    D18(
            "production stage",
            DangerSigns::missingRedirect,
            new Mutation("helmchartconfig.yaml", "redirections.entryPoint.scheme=https", "address=:8000"),
            new Mutation(
                    "charts/rabbitmq/templates/ingress",
                    "  annotations:",
                    "  annotations:\n    traefik.ingress.kubernetes.io/redirect-entry-point: https")),
    /** k3s runs a Traefik already. */
    D19(
            "production stage",
            rendered -> Stream.of(
                            rendered.named("Deployment", "traefik").map(RenderedPlatform::kind),
                            rendered.ofKind("IngressClass").map(RenderedPlatform::kind),
                            rendered.ofKind("GatewayClass").map(RenderedPlatform::kind),
                            rendered.definitions("traefik.io").stream())
                    .flatMap(all -> all),
            new Mutation("helmchartconfig.yaml", "kind: HelmChartConfig", "kind: IngressClass")),
    /** Helm 4 does not wait until definitions are served, unless it is told to wait. */
    D20(
            "production stage local",
            rendered -> DangerSigns.mustBe(true, rendered.readme().contains("Helm 4 needs `--wait`")),
            new Mutation("README.md", "`--wait`", "")),
    /** Helm never upgrades definitions. */
    D21(
            "production stage local",
            rendered -> DangerSigns.mustBe(
                    true, rendered.readme().contains("kubectl apply --server-side --force-conflicts --filename")),
            new Mutation("README.md", "--server-side", "")),
    /** A wait for the condition `Ready` never ends where the operator does not trust the broker: D3. */
    D22(
            "production stage",
            DangerSigns::untrustedBroker,
            new Mutation("certificate-server.yaml", "name: \"rabbitmq-ca\"", "name: \"other\"")),
    /** A mirror that is still empty starts a pod without its variables. */
    D23(
            "stage production local",
            DangerSigns::wholeMirrors,
            new Mutation("charts/admin-api/templates/deployment.yaml", "configMapRef:", "secretRef:")),
    /** Ciphertext opens on one cluster only. */
    D24(
            "production stage",
            rendered -> rendered.ofKind("SealedSecret")
                    .flatMap(secret -> secret.at("/spec/encryptedData").valueStream())
                    .map(JsonNode::asString)
                    .filter(text -> !text.startsWith("given-")),
            new Mutation("secret-admin-credentials.yaml", "| quote }}", "| b64enc | quote }}")),
    /** The management API has another port when TLS is on. */
    D28("production stage local", DangerSigns::closedApi, new Mutation("values.yaml", ":15671/api", ":15672/api"));

    private final String environments;
    private final Function<RenderedPlatform, Stream<String>> check;
    private final List<Mutation> mutations;

    Danger(String environments, Function<RenderedPlatform, Stream<String>> check, Mutation... mutations) {
        this.environments = environments;
        this.check = check;
        this.mutations = List.of(mutations);
    }

    /** Where the danger is; the mutations show in the first. */
    Stream<String> environments() {
        return Stream.of(environments.split(" "));
    }

    List<Mutation> mutations() {
        return mutations;
    }

    /** What in a render lets the danger in. */
    List<String> complaints(RenderedPlatform rendered) {
        return check.apply(rendered).toList();
    }

    /** A change of the text of chart files, by a part of their path. */
    record Mutation(String path, String text, String replacement) {
        String apply(String file, String content) {
            return file.contains(path) ? content.replace(text, replacement) : content;
        }

        @Override
        public String toString() {
            return "`" + text.strip() + "` to `" + replacement.strip() + "` in " + path;
        }
    }
}
