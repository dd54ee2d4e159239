package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import dev.chartwright.schema.DocumentSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects of Kubernetes' own kinds have the fields that their kind has, of the right types, and no others. */
final class KubernetesTypes implements ReleaseRule {
    private static final String FILE = "kubernetes.schema.json";
    private static final String LABEL = "Kubernetes " + HelmRender.OLDEST_KUBERNETES;

    private final DocumentSchema schema = new DocumentSchema(JarFile.json(FILE).toString(), LABEL);
    private final Map<String, JsonNode> kinds = kinds(schema.tree());

    /** The schema of each kind, by version and kind. */
    private static Map<String, JsonNode> kinds(JsonNode schema) {
        return schema.path("allOf")
                .valueStream()
                .collect(Collectors.toUnmodifiableMap(
                        kind -> kind.at("/if/properties/apiVersion/const").asString() + " "
                                + kind.at("/if/properties/kind/const").asString(),
                        kind -> kind.path("then")));
    }

    /** JSON schemas of every type, by name. */
    JsonNode definitions() {
        return schema.tree().path("definitions");
    }

    /** JSON schema of the metadata that every object has. */
    JsonNode metadata() {
        JsonNode definitions = schema.tree().path("definitions");
        ObjectNode metadata = definitions.path("V1ObjectMeta").deepCopy().asObject();
        ObjectNode properties = metadata.withObject("properties");
        properties.withObject("ownerReferences").set("items", definitions.path("V1OwnerReference"));
        properties.remove("managedFields"); // the API server's own
        return metadata;
    }

    @Override
    public Stream<Problem> check(Release release) {
        return Stream.concat(release.objects().stream(), release.definitions().stream())
                .flatMap(this::check);
    }

    private Stream<Problem> check(RenderedObject object) {
        JsonNode kind = kinds.get(object.apiVersion() + " " + object.kind());
        if (kind != null) {
            List<Problem> fields = schema.check(object.root(), object.origins());
            return fields.isEmpty() ? between(object, kind) : fields.stream().map(problem -> of(object, problem));
        }
        if (object.apiVersion().isEmpty()) {
            return Stream.of(missing(object, "apiVersion", "kind"));
        }
        if (object.kind().isEmpty()) {
            return Stream.of(missing(object, "kind", "apiVersion"));
        }
        return RemovedApi.find(object)
                .map(removed -> removed(object, removed))
                .or(() -> isOfKubernetes(object.group()) ? Optional.of(unknown(object)) : Optional.empty())
                .stream();
    }

    /** Rules between fields, once each is right by itself. */
    private Stream<Problem> between(RenderedObject object, JsonNode kind) {
        return SchemaVisit.of(kind, object.root(), object.place(), schema.tree())
                .flatMap(visit -> ExpressionRule.check(object, LABEL, visit));
    }

    /** The schema knows fields, not whose they are. */
    static Problem of(RenderedObject object, Problem problem) {
        String owner = object.kind() + " " + Quote.of(object.name());
        String what = TemporaryCharts.asWritten(problem.what());
        return new Problem(
                problem.location(),
                problem.code(),
                what.startsWith("the document ")
                        ? owner + what.substring("the document".length())
                        : owner + ": " + what,
                problem.why(),
                problem.fix());
    }

    private static Problem removed(RenderedObject object, RemovedApi removed) {
        return new Problem(
                object.place("apiVersion").value(),
                "removed-api",
                object.kind() + " " + Quote.of(object.name()) + " is of " + Quote.of(object.apiVersion())
                        + ", which no cluster of this platform serves",
                "Kubernetes " + removed.removedIn() + " removed it, and the oldest that is supported is "
                        + HelmRender.OLDEST_KUBERNETES,
                removed.instead().isEmpty()
                        ? "remove the object; nothing replaces its kind"
                        : "write " + Quote.of("apiVersion: " + removed.instead()) + " and compare the fields");
    }

    /** Groups of custom resources have a dot. */
    private static boolean isOfKubernetes(String group) {
        return ApiGroups.isBuiltIn(group) || !group.contains(".");
    }

    private static Problem missing(RenderedObject object, String key, String beside) {
        return new Problem(
                object.root().has(key)
                        ? object.place(key).value()
                        : object.place(beside).key(),
                "missing-key",
                "the object " + Quote.of(object.name()) + " has no " + Quote.of(key),
                "an API server knows what an object is from `apiVersion` and `kind` alone",
                "add " + Quote.of(key + ":"));
    }

    private static Problem unknown(RenderedObject object) {
        return new Problem(
                object.place("apiVersion").value(),
                "unknown-kind",
                LABEL + " has no " + object.kind() + " in " + Quote.of(object.apiVersion()),
                "an API server refuses an object whose version or kind it does not know, and the whole release with it",
                "write the version and kind as `kubectl api-resources` lists them");
    }
}
