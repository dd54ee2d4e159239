package dev.chartwright.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Entry;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.schema.DocumentSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parts of custom resources that operators copy into pods and claims have the fields of Kubernetes' own types, where
 * their definitions leave them open: nobody tells until the operator's own objects are refused.
 */
final class EmbeddedTypes implements ReleaseRule {
    private static final String DOTS = ".";

    private final JsonNode definitions;
    private final Map<Set<String>, DocumentSchema> schemas = new ConcurrentHashMap<>();

    /**
     * Types of parts.
     *
     * @param definitions JSON schemas of Kubernetes' types, by name
     */
    EmbeddedTypes(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** A document holds parts below the names of their types; an override need not be whole. */
    private DocumentSchema schema(Set<String> used) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode types = root.putObject("properties");
        used.forEach(type -> types.putObject(type).put("$ref", "#/definitions/" + type.replace(DOTS, "/properties/")));
        ObjectNode open = root.putObject("definitions");
        definitions.properties().forEach(entry -> {
            ObjectNode type = entry.getValue().deepCopy().asObject();
            if (!entry.getKey().equals("V1PersistentVolumeClaimSpec")) {
                type.remove("required");
            }
            open.set(entry.getKey(), type);
        });
        return new DocumentSchema(root.toString(), "Kubernetes " + HelmRender.OLDEST_KUBERNETES);
    }

    @Override
    public Stream<Problem> check(Release release) {
        Set<String> used = release.platform()
                .customKinds()
                .flatMap(kind -> kind.types().stream())
                .map(Entry::value)
                .collect(Collectors.toSet());
        return release.objects().stream()
                .flatMap(object -> release.kind(object).stream()
                        .flatMap(kind -> kind.types().stream())
                        .flatMap(type -> check(object, type, used)));
    }

    private Stream<Problem> check(RenderedObject object, Entry type, Set<String> used) {
        return object.find(type.name())
                .flatMap(part -> check(object, type.value(), part, schemas.computeIfAbsent(used, this::schema)));
    }

    private static Stream<Problem> check(RenderedObject object, String type, Element part, DocumentSchema schema) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.set(type, part.root());
        String path = part.place().pointer().substring(1).replace("/", DOTS);
        return schema.check(document, moved(part.place(), type)).stream()
                .map(problem -> KubernetesTypes.of(object, named(problem, type, path)));
    }

    /** The places of a part, as those of a document of its own. */
    private static Origins moved(Place part, String type) {
        return new Origins(
                moved(part.origins().keys(), part.pointer(), type),
                moved(part.origins().values(), part.pointer(), type),
                part.key());
    }

    private static Map<String, Location> moved(Map<String, Location> places, String from, String type) {
        Map<String, Location> moved = new HashMap<>();
        places.forEach((pointer, location) -> {
            if (pointer.equals(from) || pointer.startsWith(from + "/")) {
                moved.put("/" + type + pointer.substring(from.length()), location);
            }
        });
        return moved;
    }

    private static Problem named(Problem problem, String type, String path) {
        return new Problem(
                problem.location(),
                problem.code(),
                problem.what().replace("`" + type, "`" + path),
                problem.why(),
                problem.fix());
    }
}
