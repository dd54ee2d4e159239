package dev.chartwright.validate;

import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Whom an object names, for kinds whose references name objects of the same release. */
final class ObjectReferences {
    static final String CLAIM = "PersistentVolumeClaim";
    private static final String CLUSTER_ISSUER = "ClusterIssuer";
    private static final Map<String, String> ISSUER_ANNOTATIONS =
            Map.of("cert-manager.io/cluster-issuer", CLUSTER_ISSUER, "cert-manager.io/issuer", "Issuer");

    private ObjectReferences() {}

    static Stream<NamedObject> of(RenderedObject object, Release release) {
        return switch (object.kind()) {
            case "HorizontalPodAutoscaler" ->
                one(
                        object,
                        "scaleTargetRef",
                        object.root().at("/spec/scaleTargetRef/kind").asString(""));
            case "Certificate" -> issuer(object);
            case "Ingress", "Gateway" -> annotated(object);
            case "HTTPRoute" -> Stream.concat(parents(object), extensions(object));
            case "ExternalSecret" -> store(object);
            default -> custom(object, release);
        };
    }

    /** Claims that pods mount; those of a StatefulSet's templates are made with its pods. */
    static Stream<NamedObject> claims(PodTemplate pod) {
        Place volumes = pod.place().then("volumes");
        return Element.each(pod.spec().path("volumes"), volumes)
                .filter(volume -> volume.root().has("persistentVolumeClaim"))
                .map(volume -> NamedObject.beside(
                        pod.owner(),
                        volume.place().then("persistentVolumeClaim", "claimName"),
                        CLAIM,
                        volume.root().at("/persistentVolumeClaim/claimName").asString("")));
    }

    /** A map that says something else may lead elsewhere, to a Secret with an address; one that says nothing leads nowhere. */
    private static Stream<NamedObject> custom(RenderedObject object, Release release) {
        return release.kind(object).stream()
                .flatMap(kind -> kind.refers().stream())
                .flatMap(refers -> object.find(refers.name())
                        .filter(map -> map.root().has("name") || map.root().isEmpty())
                        .map(map -> new NamedObject(
                                object,
                                map.place().then("name"),
                                refers.value().substring(refers.value().indexOf('/') + 1),
                                map.root().path("namespace").asString(object.namespace()),
                                map.root().path("name").asString(""))));
    }

    /** A map of the spec with a name. */
    private static Stream<NamedObject> one(RenderedObject object, String key, String kind) {
        JsonNode reference = object.root().path("spec").path(key);
        return reference.isMissingNode()
                ? Stream.empty()
                : Stream.of(NamedObject.beside(
                        object,
                        object.place("spec", key, "name"),
                        kind,
                        reference.path("name").asString("")));
    }

    private static Stream<NamedObject> issuer(RenderedObject object) {
        String kind = object.root().at("/spec/issuerRef/kind").asString("Issuer");
        return one(object, "issuerRef", kind).map(ObjectReferences::withoutNamespace);
    }

    /** Kinds that begin so belong to the cluster. */
    private static NamedObject withoutNamespace(NamedObject named) {
        return named.kind().startsWith("Cluster")
                ? new NamedObject(named.owner(), named.place(), named.kind(), "", named.name())
                : named;
    }

    private static Stream<NamedObject> annotated(RenderedObject object) {
        return ISSUER_ANNOTATIONS.entrySet().stream()
                .filter(entry -> !object.annotation(entry.getKey()).isEmpty())
                .map(entry -> NamedObject.beside(
                        object,
                        object.place("metadata", "annotations", entry.getKey()),
                        entry.getValue(),
                        object.annotation(entry.getKey())))
                .map(ObjectReferences::withoutNamespace);
    }

    private static Stream<NamedObject> parents(RenderedObject object) {
        return Element.each(object.root().at("/spec/parentRefs"), object.place("spec", "parentRefs"))
                .filter(parent -> parent.root().path("kind").asString("Gateway").equals("Gateway"))
                .map(parent -> new NamedObject(
                        object,
                        parent.place().then("name"),
                        "Gateway",
                        parent.root().path("namespace").asString(object.namespace()),
                        parent.root().path("name").asString("")));
    }

    private static Stream<NamedObject> extensions(RenderedObject object) {
        return Element.each(object.root().at("/spec/rules"), object.place("spec", "rules"))
                .flatMap(rule -> rule.each("filters"))
                .filter(filter -> filter.root().has("extensionRef"))
                .map(filter -> NamedObject.beside(
                        object,
                        filter.place().then("extensionRef", "name"),
                        filter.root().at("/extensionRef/kind").asString(""),
                        filter.root().at("/extensionRef/name").asString("")));
    }

    private static Stream<NamedObject> store(RenderedObject object) {
        String kind = object.root().at("/spec/secretStoreRef/kind").asString("SecretStore");
        return one(object, "secretStoreRef", kind).map(ObjectReferences::withoutNamespace);
    }
}
