package dev.chartwright.validate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Secret;
import tools.jackson.databind.JsonNode;

/** Which ConfigMaps, Secrets, accounts, roles and claims of a release something of it uses. */
final class UsedObjects {
    private static final String SECRET = "Secret";
    private static final String CONFIG_MAP = "ConfigMap";
    private static final String ACCOUNT = "ServiceAccount";

    /** Labels that say what an object is; by others it may be found. */
    private static final List<String> DESCRIBING = List.of("app.kubernetes.io/", "helm.sh/");

    private static final List<String> SECRET_MAKERS = List.of("SealedSecret", "ExternalSecret");

    private UsedObjects() {}

    /**
     * An object of which only this matters.
     *
     * @param namespace empty where it is of the cluster, or where whoever uses it names none
     */
    record Key(String kind, String namespace, String name) {}

    static Set<Key> of(Release release) {
        Set<Key> used = new HashSet<>();
        List<RenderedObject> objects = release.objects();
        PodTemplate.of(objects).forEach(pod -> used.addAll(ofPod(pod)));
        objects.forEach(object -> used.addAll(ofObject(object)));
        release.platform().components().forEach(component -> used.addAll(stated(component)));
        used.addAll(sources(release.platform()));
        return used;
    }

    /** Under which names an object may be used. */
    static Stream<Key> keys(RenderedObject object) {
        if (SECRET_MAKERS.contains(object.kind())) {
            JsonNode spec = object.root().path("spec");
            String name = spec.at("/target/name")
                    .asString(spec.at("/template/metadata/name").asString(object.name()));
            return Stream.of(new Key(SECRET, object.namespace(), name), new Key(SECRET, "", name));
        }
        return Stream.of(
                new Key(object.kind(), object.namespace(), object.name()), new Key(object.kind(), "", object.name()));
    }

    /** Found by its labels, mirrored, aggregated, or read through the API server by whoever may. */
    static boolean mayBeFound(RenderedObject object, Release release) {
        JsonNode metadata = object.root().path("metadata");
        boolean labelled = metadata.path("labels").propertyNames().stream()
                .anyMatch(label -> DESCRIBING.stream().noneMatch(label::startsWith));
        boolean mirrored = object.root().findValues("annotations").stream()
                .flatMap(annotations -> annotations.propertyNames().stream())
                .anyMatch(name -> name.startsWith("reflector.v1.k8s.emberstack.com/reflection-")
                        || name.equals("kubernetes.io/service-account.name"));
        return labelled || mirrored || mayBeRead(object, release);
    }

    /** A role of the namespace gives the whole kind to somebody. */
    private static boolean mayBeRead(RenderedObject object, Release release) {
        String resource = Map.of(SECRET, "secrets", CONFIG_MAP, "configmaps").getOrDefault(object.kind(), "");
        return !resource.isEmpty()
                && release.objects().stream()
                        .filter(role -> role.kind().equals("Role"))
                        .filter(role -> role.namespace().equals(object.namespace()))
                        .flatMap(role -> role.root().path("rules").valueStream())
                        .filter(rule -> texts(rule.path("resources")).contains(resource))
                        .anyMatch(rule -> rule.path("resourceNames").isEmpty()
                                || texts(rule.path("resourceNames")).contains(object.name()));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).toList();
    }

    private static Set<Key> ofPod(PodTemplate pod) {
        String namespace = pod.namespace();
        JsonNode spec = pod.spec();
        Set<Key> used = new HashSet<>();
        used.add(new Key(ACCOUNT, namespace, spec.path("serviceAccountName").asString("default")));
        Map.of(
                        CONFIG_MAP,
                        List.of("configMapKeyRef", "configMapRef", "configMap"),
                        SECRET,
                        List.of("secretKeyRef", "secretRef", "secret", "nodePublishSecretRef"),
                        ObjectReferences.CLAIM,
                        List.of("persistentVolumeClaim"))
                .forEach((kind, keys) -> keys.stream()
                        .flatMap(key -> spec.findValues(key).stream())
                        .flatMap(reference -> Stream.of("name", "secretName", "claimName")
                                .map(key -> reference.path(key).asString("")))
                        .map(name -> new Key(kind, namespace, name))
                        .forEach(used::add));
        spec.path("imagePullSecrets")
                .forEach(pull ->
                        used.add(new Key(SECRET, namespace, pull.path("name").asString(""))));
        return used;
    }

    private static Collection<Key> ofObject(RenderedObject object) {
        return switch (object.kind()) {
            case "RoleBinding", "ClusterRoleBinding" -> Set.of(role(object));
            case ACCOUNT -> pulls(object);
            case "Ingress" -> named(object, object.root().at("/spec/tls"), Set.of(SECRET));
            case "PersistentVolumeClaim", "Secret", "ConfigMap", "Role", "ClusterRole" -> Set.of();
            default ->
                ApiGroups.isBuiltIn(object.group()) || SECRET_MAKERS.contains(object.kind())
                        ? Set.of()
                        : named(
                                object,
                                object.root().path("spec"),
                                Set.of(SECRET, CONFIG_MAP, ACCOUNT, ObjectReferences.CLAIM));
        };
    }

    private static Key role(RenderedObject binding) {
        JsonNode role = binding.root().path("roleRef");
        String kind = role.path("kind").asString("");
        return new Key(
                kind,
                kind.equals("Role") ? binding.namespace() : "",
                role.path("name").asString(""));
    }

    private static Set<Key> pulls(RenderedObject account) {
        return Stream.of("imagePullSecrets", "secrets")
                .flatMap(list -> account.root().path(list).valueStream())
                .map(pull ->
                        new Key(SECRET, account.namespace(), pull.path("name").asString("")))
                .collect(Collectors.toSet());
    }

    /** Nobody knows which texts of a custom resource are names, so each may be. */
    private static Set<Key> named(RenderedObject object, JsonNode part, Set<String> kinds) {
        Set<Key> used = new HashSet<>();
        if (part.isString()) {
            kinds.forEach(kind -> used.add(new Key(kind, object.namespace(), part.stringValue())));
        }
        part.forEach(inner -> used.addAll(named(object, inner, kinds)));
        return used;
    }

    /** Secrets whose values others take at install. */
    private static List<Key> sources(Platform platform) {
        return platform.components().stream()
                .flatMap(component -> component.secrets().stream())
                .flatMap(secret -> secret.supplied().stream())
                .flatMap(supplied -> supplied.from().stream())
                .flatMap(source -> platform.components().stream()
                        .filter(component -> component.name().equals(source.component()))
                        .map(component -> new Key(SECRET, component.namespace(), source.secret())))
                .toList();
    }

    /** Secrets of which the values say why they stay. */
    private static List<Key> stated(Component component) {
        return component.secrets().stream()
                .filter(secret -> secret.unused().isPresent())
                .map(Secret::name)
                .map(name -> new Key(SECRET, component.namespace(), name))
                .toList();
    }
}
