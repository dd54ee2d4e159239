package dev.chartwright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** One thing is wrong in a {@code component.yaml}: it is told in that line, and as what it is. */
class BrokenComponentsTest {
    private static final Path TEMPLATES = Path.of("templates");

    @TempDir
    private Path folder;

    @BeforeEach
    void layTheComponents() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.map(part -> part.resolve("component.yaml"))
                    .filter(Files::exists)
                    .toList()) {
                Path copy = folder.resolve(TEMPLATES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void readsThoseOfTheRepository() {
        assertThat(loader().components().types()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "redis | title: Redis | titel: Redis | missing-key unknown-key",
                "redis | title: Redis | title: 7 | wrong-type",
                "redis | title: Redis | title: | wrong-type missing-key",
                "redis | title: Redis | title: [Redis] | wrong-type",
                "redis | order: 30 | order: thirty | wrong-type",
                "redis | order: 30 | order: 3.5 | wrong-type",
                "redis | order: 30 | order: -1 | out-of-range",
                "redis | order: 30 | order: 30000 | out-of-range",
                "redis | drawn: cache | drawn: caché | not-allowed-value",
                "redis | drawn: cache | drawn: true | wrong-type not-allowed-value",
                "redis | drawn: cache | drawn: [cache] | wrong-type not-allowed-value",
                "redis | cleanup: true | cleanup: yes | ambiguous-scalar",
                "redis | cleanup: true | cleanup: 1 | wrong-type",
                "redis | cleanup: true | cleanups: true | unknown-key",
                "redis | madeBy: operator | madeBy: operators | not-allowed-value",
                "redis | madeBy: operator | madeby: operator | unknown-key",
                "redis | resources: instance.resources | resources: instance.resource | component-path",
                "redis | resources: instance.resources | resources: instance..resources | text-pattern",
                "redis | resources: instance.resources | resources: [instance.resources] | wrong-type",
                "redis | app: \"<% instance.name %>\" | app: \"<% instance.nam %>\" | component-path",
                "redis | app: \"<% instance.name %>\" | app: 7 | wrong-type",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: 0 }\\n | component-port",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: 65536 }\\n | component-port",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: 99999999999 }\\n | component-port wrong-type",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: a-b }\\n | component-port",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: \"\" }\\n | component-port",
                "redis | ports: { redis: 6379 }\\n | ports: { redis: true }\\n | component-port",
                "redis | ports: { redis: 6379 }\\n | ports: {}\\n | item-count",
                "redis | operator: operator | operator: operators | component-path",
                "redis | pods: cache | pods: cash | component-name",
                "redis | { from: operator, to: cache | { from: operater, to: cache | component-name",
                "redis | { from: operator, to: cache | { from: operator, to: cahe | component-name",
                "redis | { from: operator, to: cache | { frm: operator, to: cache | unknown-key",
                "redis | ports: [redis] }\\n\\ntest | ports: [rediss] }\\n\\ntest | component-name",
                "redis | ports: [redis] }\\n\\ntest | ports: [] }\\n\\ntest | item-count",
                "redis | test: { to: [cache] | test: { to: cache | wrong-type",
                "redis | test: { to: [cache] | test: { to: [cach] | component-name",
                "redis | host: \"<% instance.name %> | host: \"<% instance.title %> | component-path",
                "redis | <% platform.cluster.domain %> | <% platform.cluster.domian %> | component-path",
                "redis | <% platform.cluster.domain %> | <% cluster.domain %> | component-path",
                "rabbitmq | when: access.monitor | when: access.monitors | component-path",
                "rabbitmq | when: access.monitor | when: access.monitor = true | text-pattern",
                "rabbitmq | when: access.monitor | when: access.monitor && cluster.tls | text-pattern",
                "rabbitmq | is: 5671 } | is: [5671] } | wrong-type",
                "rabbitmq | is: 5671 } | as: 5671 } | missing-key unknown-key",
                "rabbitmq | is: 5671 } | is: tls } | component-port",
                "rabbitmq | is: 5672 } | is: 567200 } | component-port",
                "rabbitmq | http: [management] | http: [managment] | component-name",
                "rabbitmq | amqp: \"<% cluster.amqpPort %>\"\\n | amqp: \"<% cluster.name %>\"\\n | component-port",
                "rabbitmq | 35672-35682\" | 35672-356820\" | component-port",
                "rabbitmq | service: \"<% cluster.name %>\" | service: \"<% cluster.tls.secret %>\" | component-path",
                "traefik | edge: { pods: [router, | edge: { pods: [routers, | component-name",
                "traefik | ports: [web, websecure] }\\n\\npods | ports: [web, websecur] }\\n\\npods | component-name",
                "rabbitmq | topology.vhosts.0 | topology.vhost.99999999999999999999 | component-path",
                "minio | at: tenant.users.* | at: tenant.user.* | component-path",
                "minio | at: tenant.users.* | at: tenant.users* | text-pattern",
                "redis | keysAt: [instance.passwordKey] | keysAt: [instance.paswordKey] | component-path",
                "redis | keysAt: [instance.passwordKey] | keysAt: instance.passwordKey | wrong-type",
                "rabbitmq | at: cluster.tls, addon | at: cluster.tsl, addon | component-path",
                "rabbitmq | at: cluster.tls, addon | addon | missing-key",
                "traefik | `<% name %>`\" }\\n  - { at: gateway | `<% nam %>`\" }\\n  - { at: gateway | component-path",
                "rabbitmq | 35672-35682\" | 35682-35672\" | component-port",
                "rabbitmq | 35672-35682\" | 35672-99999999999\" | component-port",
                "rabbitmq | 35672-35682\" | -5\" | component-port",
                "rabbitmq | 35672-35682\" | <% cluster.name %>\" | component-port",
                "minio | replicas: tenant.pool.servers | replicas: tenant.name | component-path",
                "minio | replicas: tenant.pool.servers | replicas: tenant.pool.srvers | component-path",
                "redis | operator: operator | operator: namespace | component-path",
                "redis | resources: instance.resources | resources: instance.name | component-path",
                "redis | { from: operator, to: cache | { to: cache | component-name",
                "redis | { from: operator, to: cache | { from: operator, addon: reflector, to: cache | component-name",
                "postgres | database: \"<% database %>\" | database: \"<% database\" | component-derive",
                "postgres | database: \"<% database %>\" | database: \"<% %>\" | component-derive",
                "rabbitmq | cluster.scheme: [{ when: cluster.tls, is: https } | cluster.scheme: [{ is: \"<% cluster.scheme %>\" } | component-derive",
                "rabbitmq | cluster.scheme: [{ when: cluster.tls, is: https } | cluster.scheme: [{ is: \"<% cluster.ssl %>\" } | component-derive",
                "rabbitmq | cluster.amqpPort: [ | cluster.name: [{ is: x }]\\n  cluster.amqpPort: [ | component-derive",
                "rabbitmq | cluster.amqpPort: [ | cluster.name.x: [{ is: x }]\\n  cluster.amqpPort: [ | component-derive",
                "minio | minio.min.io/Tenant: | Tenant: | key-name",
                "minio | minio.min.io/Tenant: | minio.min.io/tenant: | key-name",
                "minio | minio.min.io/Tenant: | minio/Tenant: | key-name",
                "minio | tenant: \"<name> | tenant: \"<nam> | text-pattern",
                "minio | tenant: \"<name> | tenant: \"<% tenant.name %> | text-pattern",
                "minio | tenant: \"<name> | tenant: \"<spec//name> | text-pattern",
                "minio | tenant: \"<name> | tenant: \"<name\\t> | text-pattern",
                "minio | /*/name>\" | /**/name>\" | text-pattern",
                "minio | /*/name>\" | /*/name>-<spec/name>\" | text-pattern",
                "redis | statefulSet: \"<name>\" | statefulSets: \"<name>\" | unknown-key",
                "rabbitmq | statefulSet: \"<name>-server | statefulSet: \"<names>-server | text-pattern",
                "minio | spec/users/*/name: once | spec/users/*/name: never | not-allowed-value",
                "minio | spec/users/*/name: once | users/*/name: once | key-name",
                "minio | spec/users/*/name: once | /spec/users/*/name: once | key-name",
                "minio | spec/users/*/name: once | spec.users.name: once | key-name",
                "minio | spec/users/*/name: once | spec/users/*/name: [once] | wrong-type not-allowed-value",
                "minio | spec/env/*: V1EnvVar | spec/env/*: V1EnvVars | not-allowed-value",
                "minio | spec/env/*: V1EnvVar | spec/env*: V1EnvVar | key-name",
                "redis | Policy: V1Container.imagePullPolicy | Policy: imagePullPolicy | not-allowed-value",
                "redis | holdsData: spec/storage | holdsData: storage | text-pattern",
                "redis | holdsData: spec/storage | holdsData: spec/ | text-pattern",
                "redis | holdsData: spec/storage | holdsData: true | wrong-type",
                "minio | each: spec/pools/* | each: spec/pools | text-pattern",
                "minio | each: spec/pools/* | every: spec/pools/* | unknown-key",
                "minio | container: minio | containers: minio | missing-key unknown-key",
                "minio | replicas: spec/pools/*/servers | replicas: servers | text-pattern",
                "minio | affinity: spec/pools/*/affinity | afinity: spec/pools/*/affinity | key-name",
                "minio | env: spec/env | envs: spec/env | key-name",
                "rabbitmq | image: spec/image | image: spec/im age | text-pattern",
                "minio | fields: { minio.min.io/Tenant: | fields: { Tenant: | key-name",
                "minio | [spec/pools/*/servers | [spec/pools*/servers | text-pattern",
                "minio | [spec/pools/*/servers | [spec.pools.servers | text-pattern",
                "minio | fix: keep the pool | fixed: keep the pool | missing-key unknown-key",
                "redis | unless: { | when: { | unknown-key",
                "rabbitmq | persistence/storageClassName] | persistence/storageClassName=] | text-pattern",
                "rabbitmq | storage=10Gi\"] | storage=\"] | text-pattern",
                "rabbitmq | storage=10Gi\"] | storage: 10Gi\"] | text-pattern",
                "rabbitmq | spec/userReference: rabbitmq.com/User | spec/userReference: User | text-pattern",
                "rabbitmq | spec/userReference: rabbitmq.com/User | userReference: rabbitmq.com/User | key-name",
                "rabbitmq | shared: true | shared: sometimes | wrong-type",
                "rabbitmq | spec/userReference: rabbitmq.com/User | spec/userReference: rabbitmq.com/Users | component-name",
                "rabbitmq | rabbitmq.com/Queue:\\n | rabbitmq.com/Queues:\\n | component-name",
                "minio | fields: { minio.min.io/Tenant: | fields: { minio.min.io/Tenants: | component-name",
                "minio | env: spec/env | env: spec/env/* | component-path",
                "minio | affinity: spec/pools/*/affinity | affinity: spec/pool/*/affinity | component-path",
                "minio | replicas: spec/pools/*/servers | replicas: spec/pools/*/servers/* | component-path",
                "rabbitmq | portNames: | ports: | unknown-key",
                "rabbitmq | - cluster-rpc | - cluster_rpc | text-pattern",
                "minio | - { from: tenant, to: tenant | - [ from, tenant, to: tenant | yaml-syntax",
            })
    void isTold(String component, String text, String with, String codes) throws IOException {
        Path file = folder.resolve(component).resolve("component.yaml");
        String before = Files.readString(file);
        String wanted = text.replace("\\n", "\n");
        assertThat(before).contains(wanted);
        int at = before.indexOf(wanted);
        Files.writeString(
                file, before.substring(0, at) + with.replace("\\n", "\n") + before.substring(at + wanted.length()));
        int line = (int) before.substring(0, at).lines().count();

        assertThat(problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.location().file()).endsWith(component + "/component.yaml");
            assertThat(codes.split(" ")).contains(problem.code());
            assertThat(List.of(0, line, line + 1)).contains(problem.location().line());
            assertThat(problem.why()).isNotBlank();
            assertThat(problem.fix()).isNotBlank();
        });
    }

    @Test
    void isToldWhereATextDoublesWithoutEnd() throws IOException {
        StringBuilder derive = new StringBuilder("derive:\n  l0: [{ is: a }]\n");
        for (int i = 1; i < 45; i++) {
            derive.append("  l%d: [{ is: \"<%% l%d %%><%% l%d %%>\" }]\n".formatted(i, i - 1, i - 1));
        }
        Path file = folder.resolve("postgres/component.yaml");
        Files.writeString(file, Files.readString(file).replace("pods:\n", derive + "pods:\n"));

        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("component-derive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a\n", "text\n", "title: [\n", "title: &a x\norder: *a\n", "\u0000"})
    void isToldAsAWhole(String text) throws IOException {
        Files.writeString(folder.resolve("redis/component.yaml"), text);

        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.location().file()).endsWith("redis/component.yaml"));
    }

    @Test
    void isToldWhereTheBytesAreNoText() throws IOException {
        Files.write(folder.resolve("redis/component.yaml"), "title: \u00e4".getBytes(StandardCharsets.UTF_16));

        assertThat(problems()).extracting(Problem::code).containsExactly("not-utf8");
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemsException.class, () -> loader().components())
                .problems();
    }

    private PlatformLoader loader() {
        return new PlatformLoader(Path.of("values"), Path.of("schema"), folder);
    }
}
