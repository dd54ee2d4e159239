package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Addon;
import dev.chartwright.model.Data;
import dev.chartwright.model.Entry;
import dev.chartwright.model.HostPath;
import dev.chartwright.model.Namespace;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretStore;
import dev.chartwright.model.Security;
import dev.chartwright.model.Tier;
import dev.chartwright.model.Volume;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.chartwright.model.Records.blank;
import static dev.chartwright.model.Records.with;
import static dev.chartwright.model.Secrets.composed;
import static dev.chartwright.model.Secrets.existing;
import static dev.chartwright.model.Secrets.external;
import static dev.chartwright.model.Secrets.random;
import static dev.chartwright.model.Secrets.reflectable;
import static dev.chartwright.model.Secrets.reflected;
import static dev.chartwright.model.Secrets.sealed;
import static dev.chartwright.model.Secrets.shared;
import static dev.chartwright.model.Secrets.supplied;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class PlatformRulesTest {
    private final Platform sample = SamplePlatform.create();

    /** The sample with one change. */
    private Platform changed(String path, Object value) {
        return Records.with(sample, path, value);
    }

    @Test
    void acceptsTheSample() {
        assertClean(sample);
    }

    @ParameterizedTest
    @CsvSource({
        "applications.0.namespace, /applications/api/namespace, unknown-namespace",
        "redis.operator.namespace, /redis/operator/namespace, unknown-namespace",
        "rabbitmq.topologyOperator.namespace, /rabbitmq/topologyOperator/namespace, unknown-namespace",
        "redis.instance.passwordSecret, /redis/instance/passwordSecret, unknown-secret",
        "redis.instance.passwordKey, /redis/instance/passwordKey, unknown-secret-key",
        "minio.tenant.configuration, /minio/tenant/configuration, unknown-secret",
        "postgres.workload.credentials, /postgres/workload/credentials, unknown-secret",
        "rabbitmq.topology.users.0.secret, /rabbitmq/topology/users/admin-user/secret, unknown-secret",
        "applications.0.network.ingresses.0.rules.0.service,"
                + " /applications/api/network/ingresses/api/rules/0/service, unknown-service",
        "applications.0.network.httpRoutes.0.rules.0.service,"
                + " /applications/api/network/httpRoutes/api/rules/0/service, unknown-service",
        "rabbitmq.access.console.rules.0.service, /rabbitmq/access/console/rules/0/service, unknown-service",
        "applications.0.network.httpRoutes.0.gateway.section,"
                + " /applications/api/network/httpRoutes/api/gateway/section, unknown-listener",
        "traefik.gateway.redirects.0.listener, /traefik/gateway/redirects/redirect/listener, unknown-listener",
        "rabbitmq.topology.exchanges.0.vhost, /rabbitmq/topology/exchanges/jobs/vhost, unknown-vhost",
        "rabbitmq.topology.permissions.0.vhost, /rabbitmq/topology/permissions/all/vhost, unknown-vhost",
        "rabbitmq.topology.bindings.0.source, /rabbitmq/topology/bindings/new/source, unknown-exchange",
        "rabbitmq.topology.bindings.0.destination, /rabbitmq/topology/bindings/new/destination, unknown-queue",
        "rabbitmq.cluster.tls.issuerNamespace, /rabbitmq/cluster/tls/issuerNamespace, issuer-namespace",
    })
    void refusesANameThatIsNowhere(String path, String pointer, String code) {
        Platform platform = path.startsWith("rabbitmq.topology") ? withoutMessages(sample) : sample;
        assertProblem(Records.with(platform, path, "nowhere"), code, pointer);
    }

    private static Platform withoutMessages(Platform platform) {
        Platform quiet = with(platform, "applications.0.network.needs.rabbitmq", Optional.empty());
        return with(quiet, "applications.1.network.needs.rabbitmq", Optional.empty());
    }

    @Test
    void refusesTwoComponentsOfOneName() {
        assertProblem(changed("redis.name", "api"), "duplicate-component", "/redis/name");
    }

    @Test
    void refusesK3sTraefikOutsideKubeSystem() {
        Platform platform = with(changed("traefik.namespace", "web"), "traefik.gateway", Optional.empty());
        assertProblem(platform, "traefik-namespace", "/traefik/namespace");
    }

    @Test
    void refusesANodePathInARestrictedNamespace() {
        assertProblem(withNodePath(), "pod-security-level", "/cluster/namespaces/api/podSecurity");
    }

    @Test
    void refusesARootUserInARestrictedNamespace() {
        List<Entry> reasons = List.of(new Entry("runAs", "why"));
        assertProblem(
                changed(
                        "applications.0.security",
                        new Security(false, Optional.empty(), true, List.of(), List.of("ALL"), reasons, List.of())),
                "pod-security-level",
                "/cluster/namespaces/api/podSecurity");
    }

    private Platform withNodePath() {
        return changed(
                "applications.0.data.volumes",
                List.of(new Volume(
                        "node",
                        "/node",
                        true,
                        Optional.of(new HostPath("/sys", "Directory")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Nested
    class Addons {
        @ParameterizedTest
        @CsvSource({
            "sealed-secrets, applications.1.data, /applications/api/data/secrets/keys/sealed",
            "reflector, applications.1.data, /applications/api/data/secrets/keys/reflection",
            "prometheus-operator, applications.1.data, /rabbitmq/access/monitor",
        })
        void areNamedBeforeTheirResourcesAreUsed(String addon, String emptied, String pointer) {
            Platform platform = with(sample, emptied, blank(Data.class));
            assertProblem(without(platform, addon), "missing-addon", pointer);
        }

        @Test
        void areNamedForSecretStores() {
            Platform platform = changed(
                    "applications.0.data.secretStores",
                    List.of(new SecretStore("aws", "r", "keys", "TOKEN", "TOKEN", Optional.of("for a test"))));
            assertClean(platform);
            assertProblem(
                    without(platform, "external-secrets"), "missing-addon", "/applications/api/data/secretStores/aws");
        }

        private Platform without(Platform platform, String name) {
            List<Addon> others = platform.cluster().addons().stream()
                    .filter(addon -> !addon.name().equals(name))
                    .toList();
            return with(platform, "cluster.addons", others);
        }
    }

    @Nested
    class UsesOfSecrets {
        private static final String ENV = "applications.0.data.env.0.";

        @Test
        void nameASecretOfTheApplication() {
            assertProblem(
                    changed(ENV + "secret", Optional.of("gone")),
                    "unknown-secret",
                    "/applications/api/data/env/TOKEN/secret");
        }

        @Test
        void nameAKeyOfTheSecret() {
            assertProblem(
                    changed(ENV + "key", Optional.of("GONE")),
                    "unknown-secret-key",
                    "/applications/api/data/env/TOKEN/key");
        }

        @Test
        void nameASecretInEnvFrom() {
            assertProblem(
                    changed("applications.0.data.envFrom", List.of("keys", "gone")),
                    "unknown-secret",
                    "/applications/api/data/envFrom/1");
        }

        @Test
        void nameASecretOfAVolume() {
            assertProblem(
                    changed("applications.0.data.volumes", List.of(volume(Optional.of("gone"), Optional.empty()))),
                    "unknown-secret",
                    "/applications/api/data/volumes/files/secret");
        }

        @Test
        void nameTheConfigMapOfTheApplication() {
            assertClean(
                    changed("applications.0.data.volumes", List.of(volume(Optional.empty(), Optional.of("api-env")))));
            assertProblem(
                    changed("applications.0.data.volumes", List.of(volume(Optional.empty(), Optional.of("gone")))),
                    "unknown-config-map",
                    "/applications/api/data/volumes/files/configMap");
        }

        private static Volume volume(Optional<String> secret, Optional<String> configMap) {
            return new Volume(
                    "files", "/f", true, Optional.empty(), Optional.empty(), Optional.empty(), secret, configMap);
        }
    }

    @Nested
    class KindsOfSecrets {
        private Platform withSecrets(Secret... secrets) {
            List<Secret> all = new ArrayList<>(sample.redis().orElseThrow().secrets());
            for (Secret secret : secrets) {
                all.add(with(secret, "unused", Optional.of("for a test")));
            }
            return changed("redis.secrets", List.copyOf(all));
        }

        @Test
        void comeFromAStoreOfTheirOwnNamespace() {
            assertProblem(
                    withSecrets(external("database", "gone", "URL")),
                    "unknown-secret-store",
                    "/redis/secrets/database/external/store");
        }

        @Test
        void mirrorASecretThatAllowsIt() {
            assertClean(offered(withSecrets(reflected("mirror", "api", "keys", "TOKEN")), "redis"));
            assertClean(withSecrets(reflected("mirror", "outside", "any", "KEY")));
        }

        @Test
        void mirrorASecretThatExists() {
            assertProblem(
                    withSecrets(reflected("mirror", "api", "gone", "TOKEN")),
                    "unknown-secret",
                    "/redis/secrets/mirror/reflected/secret");
        }

        @Test
        void mirrorKeysThatExist() {
            assertProblem(
                    offered(withSecrets(reflected("mirror", "api", "keys", "TOKEN", "GONE")), "redis"),
                    "unknown-secret-key",
                    "/redis/secrets/mirror/reflected/keys/1");
        }

        @Test
        void mirrorNothingThatNamesOtherNamespaces() {
            Platform platform = offered(withSecrets(reflected("mirror", "api", "keys", "TOKEN")), "web");
            assertProblem(platform, "reflection-denied", "/redis/secrets/mirror/reflected");
        }

        private Platform offered(Platform platform, String namespace) {
            return with(
                    platform, "applications.0.data.secrets", List.of(reflectable(sealed("keys", "TOKEN"), namespace)));
        }

        @Test
        void shareOnlySuppliedKeys() {
            assertClean(withSecrets(shared("copy", "rabbitmq", "admin", "password")));
            assertProblem(
                    withSecrets(shared("copy", "rabbitmq", "admin", "gone")),
                    "unknown-supplied-key",
                    "/redis/secrets/copy/supplied/data/gone");
            assertProblem(
                    withSecrets(shared("copy", "rabbitmq", "nobody", "password")),
                    "unknown-supplied-key",
                    "/redis/secrets/copy/supplied/from/secret");
            assertProblem(
                    withSecrets(shared("copy", "nothing", "admin", "password")),
                    "unknown-supplied-key",
                    "/redis/secrets/copy/supplied/from/component");
        }

        @Test
        void areComposedOfSuppliedKeys() {
            assertClean(withSecrets(supplied("url", composed("URL", "u:{postgres/login/password}@h"))));
            assertProblem(
                    withSecrets(supplied("url", composed("URL", "{postgres/gone/password}"))),
                    "unknown-supplied-key",
                    "/redis/secrets/url/supplied/data/URL/compose");
        }

        @Test
        void areNotComposedOfThemselves() {
            Secret circle =
                    supplied("url", composed("A", "{redis-operator/url/B}"), composed("B", "{redis-operator/url/B}"));
            assertProblem(withSecrets(circle), "compose-cycle", "/redis/secrets/url/supplied/data/B/compose");
        }

        @Test
        void mayExistAlready() {
            assertClean(withSecrets(existing("made-elsewhere", "KEY"), supplied("more", random("KEY"))));
        }
    }

    @Nested
    class Routes {
        @Test
        void leadToAPortThatTheServiceOffers() {
            assertProblem(
                    changed("applications.0.network.ingresses.0.rules.0.port", 4000),
                    "unknown-service-port",
                    "/applications/api/network/ingresses/api/rules/0/port");
        }

        @Test
        void nameMiddlewaresOfTheirApplication() {
            assertProblem(
                    changed("applications.0.network.httpRoutes.0.rules.0.middlewares", List.of("cors", "gone")),
                    "unknown-middleware",
                    "/applications/api/network/httpRoutes/api/rules/0/middlewares/1");
        }

        @Test
        void nameMiddlewaresOfTheirNamespace() {
            String path = "applications.0.network.ingresses.0.middlewares";
            assertClean(changed(path, List.of("api-cors@kubernetescrd", "errors@file")));
            assertProblem(
                    changed(path, List.of("api-gone@kubernetescrd")),
                    "unknown-middleware",
                    "/applications/api/network/ingresses/api/middlewares/0");
        }

        @Test
        void nameIssuersOfThePlatform() {
            assertProblem(
                    changed("applications.0.network.ingresses.0.clusterIssuer", Optional.of("gone")),
                    "unknown-issuer",
                    "/applications/api/network/ingresses/api/clusterIssuer");
            assertProblem(
                    changed("traefik.gateway.clusterIssuer", Optional.of("gone")),
                    "unknown-issuer",
                    "/traefik/gateway/clusterIssuer");
        }
    }

    @Nested
    class NeedsOfApplications {
        private static final String NEEDS = "applications.0.network.needs.";
        private static final String POINTER = "/applications/api/network/needs/";

        @Test
        void nameExchangesOfTheBroker() {
            assertProblem(
                    changed(NEEDS + "rabbitmq.publishes.0.exchange", "gone"),
                    "unknown-exchange",
                    POINTER + "rabbitmq/publishes/0/exchange");
        }

        @Test
        void nameKeysThatLeadSomewhere() {
            assertProblem(
                    changed(NEEDS + "rabbitmq.publishes.0.routingKey", "gone"),
                    "unrouted-message",
                    POINTER + "rabbitmq/publishes/0/routingKey");
        }

        @Test
        void nameQueuesOfTheBroker() {
            assertProblem(
                    changed(NEEDS + "rabbitmq.consumes", List.of("gone")),
                    "unknown-queue",
                    POINTER + "rabbitmq/consumes/0");
        }

        @Test
        void nameBucketsAndApplications() {
            assertProblem(
                    changed(NEEDS + "objectStorage", List.of("files", "gone")),
                    "unknown-bucket",
                    POINTER + "objectStorage/1");
            assertProblem(
                    changed(NEEDS + "applications", List.of("gone")),
                    "unknown-application",
                    POINTER + "applications/0");
        }

        @ParameterizedTest
        @CsvSource({
            "postgres, database",
            "minio, objectStorage",
            "redis, redis",
            "rabbitmq, rabbitmq",
        })
        void areMetInAStageTier(String part, String need) {
            Platform platform = changed(part, Optional.empty());
            Platform oneApplication = with(
                    platform, "applications", List.of(platform.applications().get(0)));
            assertProblem(with(oneApplication, NEEDS + "applications", List.of()), "missing-part", POINTER + need);
        }

        @Test
        void mayBeMetOutsideInProduction() {
            Platform platform = with(changed("postgres", Optional.empty()), "minio", Optional.empty());
            List<Namespace> inhabited = platform.cluster().namespaces().stream()
                    .filter(namespace -> !List.of("postgres", "minio").contains(namespace.name()))
                    .toList();
            platform = with(platform, "cluster.namespaces", inhabited);
            assertClean(with(platform, "environment.tier", Tier.PRODUCTION));
        }
    }
}
