package dev.chartwright.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Type of each part, by kind and path; `*` stands for each element of a list. */
    private static final Map<String, Map<String, String>> PARTS = Map.of(
            "RabbitmqCluster",
                    Map.of(
                            "spec/override/statefulSet/spec", "V1StatefulSetSpec",
                            "spec/override/service/spec", "V1ServiceSpec",
                            "spec/affinity", "V1Affinity",
                            "spec/tolerations/*", "V1Toleration",
                            "spec/resources", "V1ResourceRequirements"),
            "Redis",
                    Map.of(
                            "spec/podSecurityContext", "V1PodSecurityContext",
                            "spec/securityContext", "V1SecurityContext",
                            "spec/kubernetesConfig/resources", "V1ResourceRequirements",
                            "spec/kubernetesConfig/imagePullPolicy", "imagePullPolicy",
                            "spec/storage/volumeClaimTemplate", "V1PersistentVolumeClaim",
                            "spec/affinity", "V1Affinity",
                            "spec/tolerations/*", "V1Toleration"),
            "Tenant",
                    Map.of(
                            "spec/imagePullPolicy", "imagePullPolicy",
                            "spec/env/*", "V1EnvVar",
                            "spec/pools/*/securityContext", "V1PodSecurityContext",
                            "spec/pools/*/containerSecurityContext", "V1SecurityContext",
                            "spec/pools/*/resources", "V1ResourceRequirements",
                            "spec/pools/*/volumeClaimTemplate", "V1PersistentVolumeClaim",
                            "spec/pools/*/affinity", "V1Affinity",
                            "spec/pools/*/tolerations/*", "V1Toleration"));

    private final DocumentSchema schema;

    /**
     * Types of parts.
     *
     * @param definitions JSON schemas of Kubernetes' types, by name
     */
    EmbeddedTypes(JsonNode definitions) {
        schema = new DocumentSchema(schemaOf(definitions).toString(), "Kubernetes " + HelmRender.OLDEST_KUBERNETES);
    }

    /** A document holds parts below the names of their types; an override need not be whole. */
    private static ObjectNode schemaOf(JsonNode definitions) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode types = root.putObject("properties");
        PARTS.values().stream()
                .flatMap(parts -> parts.values().stream())
                .distinct()
                .filter(definitions::has)
                .forEach(type -> types.putObject(type).put("$ref", "#/definitions/" + type));
        types.set("imagePullPolicy", definitions.at("/V1Container/properties/imagePullPolicy"));
        ObjectNode open = root.putObject("definitions");
        definitions.properties().forEach(entry -> {
            ObjectNode type = entry.getValue().deepCopy().asObject();
            if (!entry.getKey().equals("V1PersistentVolumeClaimSpec")) {
                type.remove("required");
            }
            open.set(entry.getKey(), type);
        });
        return root;
    }

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream().flatMap(this::check);
    }

    private Stream<Problem> check(RenderedObject object) {
        return PARTS.getOrDefault(object.kind(), Map.of()).entrySet().stream()
                .flatMap(part -> find(
                                new Element(object.root(), object.place()),
                                List.of(part.getKey().split("/")))
                        .flatMap(found -> check(object, part.getValue(), found)));
    }

    private static Stream<Element> find(Element at, List<String> path) {
        if (path.isEmpty()) {
            return at.root().isMissingNode() ? Stream.empty() : Stream.of(at);
        }
        List<String> rest = path.subList(1, path.size());
        return path.get(0).equals("*")
                ? Element.each(at.root(), at.place()).flatMap(element -> find(element, rest))
                : find(new Element(at.root().path(path.get(0)), at.place().then(path.get(0))), rest);
    }

    private Stream<Problem> check(RenderedObject object, String type, Element part) {
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
