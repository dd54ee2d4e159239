package dev.chartwright.load;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.component.Components;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReferencesTest {
    private static final Components COMPONENTS =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates")).components();
    private static final JsonNode SCHEMA = new SchemaFolder(Path.of("schema"))
            .schema("environment.schema.json")
            .tree();

    private static final String PLATFORM = """
            environment: { name: test, tier: stage, host: shop.example, https: true }
            cluster: { domain: cluster.local }
            applications:
              web:
                namespace: shop
                network:
                  service: { name: pages }
                  ports: { http: { port: 8080 }, other: { port: 1 } }
              api:
                namespace: shop
                network:
                  service: { name: api }
                  ports: { http: { port: 8080, servicePort: 80 } }
              job: { namespace: jobs }
            rabbitmq:
              namespace: broker
              cluster: { name: rabbit, tls: {} }
              topology: { vhosts: { main: shop, other: x } }
            redis: { namespace: cache, instance: { name: redis } }
            postgres: { namespace: data, workload: { service: postgres }, database: shop }
            minio: { namespace: files }
            """;

    @ParameterizedTest
    @CsvSource({
        "environment.name, test",
        "environment.tier, stage",
        "environment.host, shop.example",
        "environment.scheme, https",
        "environment.url, https://shop.example",
        "cluster.domain, cluster.local",
        "apps.web.namespace, shop",
        "apps.web.service, pages",
        "apps.web.port, 8080",
        "apps.web.host, pages.shop.svc.cluster.local",
        "apps.web.url, http://pages.shop.svc.cluster.local:8080",
        "apps.api.port, 80",
        "apps.job.namespace, jobs",
        "rabbitmq.namespace, broker",
        "rabbitmq.host, rabbit.broker.svc.cluster.local",
        "rabbitmq.port, 5671",
        "rabbitmq.ssl, true",
        "rabbitmq.vhost, shop",
        "rabbitmq.managementPort, 15671",
        "rabbitmq.apiUrl, https://rabbit.broker.svc.cluster.local:15671/api",
        "redis.namespace, cache",
        "redis.host, redis.cache.svc.cluster.local",
        "redis.port, 6379",
        "postgres.namespace, data",
        "postgres.host, postgres.data.svc.cluster.local",
        "postgres.port, 5432",
        "postgres.database, shop",
        "minio.namespace, files",
        "minio.host, minio.files.svc.cluster.local",
        "minio.port, 80",
        "minio.url, http://minio.files.svc.cluster.local:80"
    })
    void knowsWhatEachNameStandsFor(String name, String text) {
        assertThat(resolved("<% " + name + " %>").at("/text").stringValue()).isEqualTo(text);
    }

    @Test
    void speaksPlainlyToABrokerWithoutTls() {
        JsonNode root = resolve(PLATFORM.replace(", tls: {}", "")
                        + "text: \"<%rabbitmq.port%> <%rabbitmq.ssl%> <%rabbitmq.apiUrl%>\"\n")
                .root();

        assertThat(root.get("text").stringValue())
                .isEqualTo("5672 false http://rabbit.broker.svc.cluster.local:15672/api");
    }

    @Test
    void keepsALiteralSign() {
        assertThat(resolved("a <%% b %> <% redis.port %>").at("/text").stringValue())
                .isEqualTo("a <% b %> 6379");
    }

    @Test
    void followsReferencesOfReferences() {
        JsonNode root = resolve(PLATFORM.replace("host: shop.example", "host: \"<% apps.web.service %>.example\"")
                        + "text: <% environment.url %>\nlist: [\"<% environment.host %>\"]\n")
                .root();

        assertThat(root.get("text").stringValue()).isEqualTo("https://pages.example");
        assertThat(root.at("/list/0").stringValue()).isEqualTo("pages.example");
    }

    @Test
    void pointsAtTheNameBehindQuotesAndEscapes() {
        Problem problem = problem("text: \"\\u00e9 <% redis.port %> 이 <%   redis.prt %>\"\n");

        assertThat(problem.location()).isEqualTo(new Location("f", 22, 39, 9));
        assertThat(problem.fix()).isEqualTo("write `redis.port`");
    }

    @Test
    void pointsAtTheNameInsideABlock() {
        assertThat(problem("text: |\n  first\n  <% nothing %>\n").location()).isEqualTo(new Location("f", 24, 6, 7));
    }

    @Test
    void namesWhatThePartHasWhenNothingIsNear() {
        assertThat(problem("text: <% redis.password %>\n").fix())
                .isEqualTo("write one of `redis.host`, `redis.namespace`, `redis.port`");
    }

    @Test
    void tellsACircleOnce() {
        References references = resolve(PLATFORM.replace("host: shop.example", "host: <% environment.url %>")
                        + "text: <% environment.host %>\n")
                .references();

        assertThat(references.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("reference-cycle");
            assertThat(problem.what()).contains("`environment.host` → `environment.url` → `environment.host`");
        });
        assertThat(references.unresolved()).containsExactlyInAnyOrder("/environment/host", "/text");
    }

    @Test
    void tellsAMissingPartOnceForAllReferencesToIt() {
        String lines = "text: [<% redis.host %>, <% redis.port %>, <% apps.shop.url %>, <% apps.shop.port %>]\n";
        References references =
                resolve(PLATFORM.replaceAll("(?m)^redis:.*\n", "") + lines).references();

        assertThat(references.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "`redis.host` refers to `redis`, which `test` does not have",
                        "`apps.shop.url` refers to `applications.shop`, which `test` does not have");
        assertThat(references.unresolved()).hasSize(4);
    }

    @Test
    void leavesMissingValuesThatTheSchemaRequiresToTheSchema() {
        References references = resolve(PLATFORM.replace("host: shop.example, ", "")
                        + "text: [<% environment.url %>, <% apps.job.service %>]\n")
                .references();

        assertThat(references.problems())
                .extracting(Problem::what)
                .containsExactly("`apps.job.service` names nothing that can be referred to");
    }

    @Test
    void cannotReachValuesByPointer() {
        assertThat(problem("text: <% /environment/host %>\n").code()).isEqualTo("unknown-reference");
    }

    private static JsonNode resolved(String text) {
        return resolve(PLATFORM + "text: \"" + text + "\"\n").root();
    }

    private static Problem problem(String line) {
        References references = resolve(PLATFORM + line).references();
        assertThat(references.problems()).hasSize(1);
        return references.problems().get(0);
    }

    private record Resolved(JsonNode root, References references) {}

    private static Resolved resolve(String yaml) {
        YamlDocument document = new YamlReader().read(yaml, "f");
        Origins origins = document.origins();
        ObjectNode root = (ObjectNode) document.root();
        Layer layer = new Layer("f", yaml, root, new TreeMap<>(origins.keys()), new TreeMap<>(origins.values()));
        References references = new References(
                root,
                new DerivedNames(root, COMPONENTS, new SchemaPaths(SCHEMA)),
                new ReferencePlaces(Map.of("f", yaml), origins),
                () -> new Holders(layer, new TreeMap<>(Map.of("test", layer))));
        references.resolve();
        return new Resolved(document.root(), references);
    }
}
