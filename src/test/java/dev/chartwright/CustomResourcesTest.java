package dev.chartwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.StrictSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every custom resource that Helm renders, against the compact definitions and against those of their projects. */
class CustomResourcesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode ANY_OBJECT = JSON.createObjectNode().put("type", "object");
    private static final CrdSchemas COMPACT = new CrdSchemas(CrdFile.compact());

    @TempDir
    private Path folder;

    @EveryEnvironment
    void fitTheirDefinitions(Path values, String environment) {
        List<ObjectNode> ours = customResources(values, environment).stream()
                .filter(object -> COMPACT.groups().contains(group(object)))
                .toList();

        assertThat(ours).hasSizeGreaterThan(3).allSatisfy(object -> assertFits(object, COMPACT));
    }

    @EveryEnvironment
    void fitTheDefinitionsOfTheirProjects(Path values, String environment) {
        CrdSchemas published = published();

        assertThat(customResources(values, environment))
                .hasSizeGreaterThan(3)
                .allSatisfy(object -> assertFits(object, published))
                .allSatisfy(object -> assertRefusesPlantedFaults(object, published));
    }

    /** Where ours leaves a part open, nobody would look at how a quantity is spelt that an operator spells anew. */
    @ParameterizedTest
    @CsvSource({"values, stage", "src/test/fixtures/bookshop/values, live"})
    void knowEveryQuantityThatTheirProjectsKnow(Path values, String environment) {
        CrdSchemas published = published();
        List<ObjectNode> ours = customResources(values, environment).stream()
                .filter(object -> COMPACT.groups().contains(group(object)))
                .toList();

        assertThat(ours)
                .flatMap(object -> quantities(published.schema(object), object, label(object)))
                .hasSizeGreaterThan(4)
                .isEqualTo(ours.stream()
                        .flatMap(object -> quantities(COMPACT.schema(object), object, label(object)).stream())
                        .toList());
    }

    private static List<String> quantities(JsonNode schema, JsonNode value, String at) {
        if (schema.path("pattern").asString("").contains("[numkMGTPE]")) {
            return List.of(at);
        }
        List<String> found = new ArrayList<>();
        value.properties()
                .forEach(entry -> found.addAll(quantities(
                        schema.path("properties").path(entry.getKey()).isMissingNode()
                                ? schema.path("additionalProperties")
                                : schema.path("properties").path(entry.getKey()),
                        entry.getValue(),
                        at + "." + entry.getKey())));
        value.valueStream()
                .filter(item -> value.isArray())
                .forEach(item -> found.addAll(quantities(schema.path("items"), item, at + "[]")));
        return found;
    }

    @Test
    void renderEveryGroupThatAClusterMayBeGiven() {
        Set<String> groups = new TreeSet<>();
        List.of("production", "stage", "local")
                .forEach(name -> customResources(Path.of("values"), name).forEach(object -> groups.add(group(object))));
        assertThat(groups).containsAll(List.of("cert-manager.io", "bitnami.com", "rabbitmq.com", "minio.min.io"));
    }

    @Test
    void noticesAnUnknownFieldAndAWrongType() {
        ObjectNode queue = object("rabbitmq.com/v1beta1", "Queue");
        queue.putObject("spec")
                .put("name", "q")
                .putObject("rabbitmqClusterReference")
                .put("name", "bus");
        assertFits(queue, COMPACT);

        ObjectNode unknown = queue.deepCopy();
        spec(unknown).put("durabel", true);
        ObjectNode mistyped = queue.deepCopy();
        spec(mistyped).put("durable", "yes");

        assertThat(codes(unknown, COMPACT)).containsExactly("unknown-key");
        assertThat(codes(mistyped, COMPACT)).containsExactly("wrong-type");
        assertRefusesPlantedFaults(queue, COMPACT);
    }

    private static CrdSchemas published() {
        String given = System.getProperty("upstream.crds", "");
        assumeTrue(!given.isEmpty(), "give the folder of the full definitions with -Dupstream.crds=FOLDER");
        return Published.SCHEMAS;
    }

    private static void assertFits(ObjectNode object, CrdSchemas schemas) {
        assertThat(schemas.of(object)).as(label(object)).isPresent();
        assertThat(problems(object, schemas)).as(label(object)).isEmpty();
    }

    private static void assertRefusesPlantedFaults(ObjectNode object, CrdSchemas schemas) {
        ObjectNode unknown = object.deepCopy();
        spec(unknown).put("nonsense", 1);
        ObjectNode mistyped = object.deepCopy().put("spec", "nonsense");

        assertThat(codes(unknown, schemas)).as(label(object)).containsExactly("unknown-key");
        assertThat(codes(mistyped, schemas)).as(label(object)).containsExactly("wrong-type");
    }

    private static List<String> codes(ObjectNode object, CrdSchemas schemas) {
        return problems(object, schemas).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(ObjectNode object, CrdSchemas schemas) {
        Origins origins = new Origins(Map.of(), Map.of(), Location.ofFile(label(object)));
        return schemas.of(object).orElseThrow().check(object, origins);
    }

    private List<ObjectNode> customResources(Path values, String environment) {
        return BuiltPlatform.of(values, environment).objects(folder).stream()
                .map(object -> (ObjectNode) JSON.<JsonNode>valueToTree(object))
                .filter(object -> !isBuiltIn(group(object)))
                .toList();
    }

    /** Groups of Kubernetes itself; those of its projects that come as definitions end alike. */
    private static boolean isBuiltIn(String group) {
        boolean own = !group.contains(".") || group.endsWith(".k8s.io");
        return own && !group.startsWith("gateway.");
    }

    private static ObjectNode object(String apiVersion, String kind) {
        ObjectNode object =
                JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", "q");
        return object;
    }

    private static ObjectNode spec(ObjectNode object) {
        return (ObjectNode) object.path("spec");
    }

    private static String group(JsonNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    private static String label(JsonNode object) {
        return object.path("kind").asString("") + " "
                + object.at("/metadata/name").asString("");
    }

    /** Read once, and only where they are given: the full definitions are seven megabytes. */
    private static final class Published {
        static final CrdSchemas SCHEMAS = new CrdSchemas(
                CrdFile.published(Path.of(System.getProperty("upstream.crds"))).values());
    }

    /** Strict schemas of served versions, made when they are asked for. */
    private static final class CrdSchemas {
        private final Map<String, JsonNode> served = new TreeMap<>();
        private final Map<String, DocumentSchema> made = new TreeMap<>();
        private final Set<String> groups;

        CrdSchemas(Collection<CrdFile> files) {
            files.forEach(this::add);
            groups = files.stream()
                    .map(file -> file.spec().path("group").asString(""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private void add(CrdFile file) {
            String group = file.spec().path("group").asString("");
            String kind = file.spec().at("/names/kind").asString("");
            List<JsonNode> versions = new ArrayList<>(file.versions());
            versions.removeIf(version -> !version.path("served").asBoolean(false));
            versions.forEach(version ->
                    served.put(group + "/" + version.path("name").asString("") + " " + kind, CrdFile.schema(version)));
        }

        Set<String> groups() {
            return groups;
        }

        JsonNode schema(ObjectNode object) {
            return served.get(name(object));
        }

        private static String name(ObjectNode object) {
            return object.path("apiVersion").asString("") + " "
                    + object.path("kind").asString("");
        }

        Optional<DocumentSchema> of(ObjectNode object) {
            String name = name(object);
            return Optional.ofNullable(served.get(name))
                    .map(schema -> made.computeIfAbsent(
                            name,
                            key -> new DocumentSchema(
                                    StrictSchema.of(schema, ANY_OBJECT).toString(), name)));
        }
    }
}
