package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.StrictSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Custom resources have the fields that their CustomResourceDefinition has, and keep its rules.
 *
 * <p>The definition is that of the charts, or else the one that an add-on of the cluster brings. Safe for several
 * threads.
 */
final class CustomTypes implements ReleaseRule {
    private final Map<CustomSchema, DocumentSchema> made = new ConcurrentHashMap<>();
    private final AddonSchemas addons = AddonSchemas.read();
    private final JsonNode metadata;

    /**
     * Types of custom resources.
     *
     * @param metadata JSON schema of the metadata of every object
     */
    CustomTypes(JsonNode metadata) {
        this.metadata = metadata;
    }

    @Override
    public Stream<Problem> check(Release release) {
        List<DefinedKind> defined = DefinedKind.of(release.definitions());
        return release.objects().stream()
                .filter(object -> !ApiGroups.isBuiltIn(object.group()))
                .flatMap(object -> schema(object, defined)
                        .map(schema -> check(object, schema))
                        .orElseGet(() -> misspelt(object)));
    }

    /** Nobody knows all kinds of an add-on, but a near one. */
    private Stream<Problem> misspelt(RenderedObject object) {
        List<String> near = addons.near(object);
        return near.isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        object.place("kind").value(),
                        "unknown-kind",
                        "no add-on has a " + object.kind() + " in " + Quote.of(object.apiVersion()),
                        "an API server refuses an object whose version or kind it does not know, and the whole release "
                                + "with it",
                        "write " + near.stream().map(Quote::of).collect(Collectors.joining(" or "))));
    }

    private Optional<CustomSchema> schema(RenderedObject object, List<DefinedKind> defined) {
        return defined.stream()
                .filter(kind -> kind.serves(object))
                .findFirst()
                .map(DefinedKind::schema)
                .or(() -> addons.of(object));
    }

    private Stream<Problem> check(RenderedObject object, CustomSchema schema) {
        List<Problem> types = compiled(schema).check(object.root(), object.origins());
        return types.isEmpty()
                ? schema.rulesOf(object)
                : types.stream().map(problem -> KubernetesTypes.of(object, problem));
    }

    private DocumentSchema compiled(CustomSchema schema) {
        return made.computeIfAbsent(schema, this::compile);
    }

    private DocumentSchema compile(CustomSchema schema) {
        ObjectNode strict = StrictSchema.of(schema.root(), metadata);
        if (!schema.root().at("/properties/spec/required").isEmpty()) {
            strict.withArray("required").add("spec"); // without it nobody looks for what it must hold
        }
        return new DocumentSchema(strict.toString(), schema.label());
    }
}
