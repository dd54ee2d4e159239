package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.TraefikMode;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseRulesTest {
    private static final String USER = """
            apiVersion: rabbitmq.com/v1beta1
            kind: User
            metadata: {name: admin, namespace: rabbitmq}
            spec: {importCredentialsSecret: {name: credentials}}
            """;
    private static final String VHOST = """
            apiVersion: rabbitmq.com/v1beta1
            kind: Vhost
            metadata: {name: vh, namespace: rabbitmq}
            """;
    private static final String TENANT = """
            apiVersion: minio.min.io/v2
            kind: Tenant
            metadata: {name: minio, namespace: minio}
            spec: {configuration: {name: configuration}, users: [{name: user}]}
            """;
    private final Platform sample = SamplePlatform.create();

    private static String definition(String plural, String kind, String group, String version) {
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %1$s.%3$s}
                spec:
                  group: %3$s
                  names: {kind: %2$s, plural: %1$s}
                  versions: [{name: %4$s, served: true}, {name: v0, served: false}]
                """.formatted(plural, kind, group, version);
    }

    private static String webhook(String kind, String groups, String resources) {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: %s
                metadata: {name: webhook}
                webhooks: [{rules: [{apiGroups: ["%s"], resources: ["%s"]}]}]
                """.formatted(kind, groups, resources);
    }

    private static String secret(String name, String namespace, String annotations) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s, namespace: %s, annotations: {%s}}
                """.formatted(name, namespace, annotations);
    }

    private List<Problem> check(Platform platform, String... objects) {
        String definitions = String.join(
                "---\n",
                definition("users", "User", "rabbitmq.com", "v1beta1"),
                definition("vhosts", "Vhost", "rabbitmq.com", "v1beta1"),
                definition("tenants", "Tenant", "minio.min.io", "v2"));
        Release release = new Release(
                platform,
                RenderedObjects.parse(String.join("---\n", objects)).objects(),
                RenderedObjects.parse(definitions).objects());
        return ReleaseRules.check(release).toList();
    }

    private void assertProblem(String code, String what, String... objects) {
        List<Problem> problems = check(sample, objects);
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.get(0).what() + " " + problems.get(0).why()).contains(what);
    }

    @Test
    void acceptsSecretsAndDefinedResources() {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: rabbitmq}\n";
        String[] objects = {TENANT, USER, VHOST, secret("user", "minio", ""), namespace};
        assertThat(check(sample, objects)).isEmpty();
    }

    @Test
    void refusesAKindThatNothingDefines() {
        assertProblem("undefined-kind", "Mesh `m`", "apiVersion: mesh.example/v1\nkind: Mesh\nmetadata: {name: m}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1"})
    void refusesAVersionThatTheDefinitionDoesNotServe(String version) {
        assertProblem("undefined-kind", "rabbitmq.com/" + version, VHOST.replace("v1beta1", version));
    }

    @ParameterizedTest
    @CsvSource({
        "cert-manager, cert-manager.io/v1, Certificate",
        "external-secrets, external-secrets.io/v1, ExternalSecret",
        "gateway-api, gateway.networking.k8s.io/v1, HTTPRoute",
        "prometheus-operator, monitoring.coreos.com/v1, ServiceMonitor",
        "sealed-secrets, bitnami.com/v1alpha1, SealedSecret"
    })
    void takesTheKindsOfAnAddonOnlyWhereTheClusterHasIt(String addon, String version, String kind) {
        String object = "apiVersion: " + version + "\nkind: " + kind + "\nmetadata: {name: x}\n";
        Platform without = Records.with(
                sample,
                "cluster.addons",
                sample.cluster().addons().stream()
                        .filter(other -> !other.name().equals(addon))
                        .toList());

        assertThat(check(sample, object)).isEmpty();
        assertThat(check(without, object)).extracting(Problem::code).containsExactly("undefined-kind");
    }

    @Test
    void takesTheKindsOfK3sOnlyWhereItRunsTraefik() {
        String object = "apiVersion: helm.cattle.io/v1\nkind: HelmChartConfig\nmetadata: {name: traefik}\n";
        assertThat(sample.traefik().orElseThrow().mode()).isEqualTo(TraefikMode.K3S);
        assertThat(check(sample, object)).isEmpty();
        assertThat(check(Records.with(sample, "traefik", Optional.empty()), object))
                .extracting(Problem::code)
                .containsExactly("undefined-kind");
    }

    @Test
    void refusesADefinitionAmongTemplates() {
        assertProblem("templated-definition", "users.rabbitmq.com", definition("users", "User", "rabbitmq.com", "v1"));
    }

    /** Helm 3 does not know the kind of a webhook configuration and sorts it among the custom resources. */
    @ParameterizedTest
    @CsvSource({
        "ValidatingWebhookConfiguration, rabbitmq.com, vhosts, Helm 3 and Helm 4 make",
        "ValidatingWebhookConfiguration, rabbitmq.com, users, Helm 4 makes",
        "MutatingWebhookConfiguration, rabbitmq.com, users, Helm 3 and Helm 4 make",
        "MutatingWebhookConfiguration, *, *, Helm 3 and Helm 4 make"
    })
    void refusesAWebhookThatIsAskedAboutAResourceOfTheRelease(
            String kind, String group, String resource, String making) {
        String other = resource.equals("vhosts") ? VHOST : USER;
        assertProblem("webhook-order", making + " it before", other, webhook(kind, group, resource));
    }

    @ParameterizedTest
    @CsvSource({"rabbitmq.com, queues", "minio.min.io, users", "'', pods"})
    void leavesAWebhookForOthersAlone(String group, String resource) {
        assertThat(check(sample, USER, VHOST, webhook("ValidatingWebhookConfiguration", group, resource)))
                .isEmpty();
    }

    @Test
    void leavesAWebhookAloneThatLetsResourcesPass() {
        String ignoring = webhook("ValidatingWebhookConfiguration", "*", "*")
                .replace("webhooks: [{", "webhooks: [{failurePolicy: Ignore, ");
        assertThat(check(sample, USER, ignoring)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre-install", "pre-install,pre-upgrade"})
    void refusesAHookBeforeItsNamespace(String hook) {
        String object = secret("early", "rabbitmq", "chartwright/hook: \"" + hook + "\"");
        assertProblem(
                "namespace-order",
                "before its namespace `rabbitmq`",
                object,
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: rabbitmq}\n");
    }

    @Test
    void refusesANamespaceAfterItsObjects() {
        String late = "apiVersion: v1\nkind: Namespace\n"
                + "metadata: {name: rabbitmq, annotations: {chartwright/hook: post-install}}\n";
        assertProblem("namespace-order", "Vhost `vh`", VHOST, late);
    }

    @Test
    void leavesHooksOfUninstallAlone() {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: rabbitmq}\n";
        String hook = secret("late", "rabbitmq", "chartwright/hook: pre-delete");
        assertThat(check(sample, hook, namespace)).isEmpty();
    }

    @Test
    void refusesASecretThatComesAfterItsReader() {
        assertProblem(
                "late-secret",
                "User `admin` reads Secret `credentials`",
                USER,
                secret("credentials", "rabbitmq", "chartwright/hook: post-install"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "configuration"})
    void refusesASecretThatAControllerFillsWhereItIsReadOnce(String name) {
        String reflected = secret(name, "minio", "reflector.v1.k8s.emberstack.com/reflects: a/b");
        String sealed =
                "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: %s, namespace: minio}\n";

        Stream.of(reflected, sealed.formatted(name))
                .forEach(maker -> assertProblem("late-secret", "Secret `" + name + "`", TENANT, maker));
    }

    @Test
    void leavesASealedSecretAloneWhereItsReaderTriesAgain() {
        String sealed =
                "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: credentials, namespace: rabbitmq}\n";
        assertThat(check(sample, USER, sealed)).isEmpty();
    }
}
