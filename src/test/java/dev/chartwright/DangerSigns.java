package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Minio;
import dev.chartwright.model.SuppliedKey;
import tools.jackson.databind.JsonNode;

import static dev.chartwright.RenderedPlatform.kind;
import static dev.chartwright.RenderedPlatform.name;
import static dev.chartwright.RenderedPlatform.namespace;

/** What in a render lets a danger in; each gives one sentence or name for each place, none when all is well. */
final class DangerSigns {
    private static final List<CrdFile> DEFINITIONS = CrdFile.compact();

    private DangerSigns() {}

    static Stream<String> mustBe(String wanted, Stream<String> found) {
        List<String> all = found.toList();
        return all.equals(List.of(wanted)) ? Stream.empty() : Stream.of("want " + wanted + ", got " + all);
    }

    static Stream<String> mustBe(Object wanted, Object found) {
        return wanted.equals(found) ? Stream.empty() : Stream.of("want " + wanted + ", got " + found);
    }

    static Stream<String> movingImages(RenderedPlatform rendered) {
        Stream<String> latest = rendered.pods()
                .flatMap(spec -> spec.path("containers").valueStream())
                .map(container -> container.path("image").asString(""))
                .filter(image -> image.endsWith(":latest") || !image.contains(":"));
        return Stream.of(
                        latest,
                        version(rendered, "rabbitmq-cluster-operator", ":2.19.1"),
                        version(rendered, "messaging-topology-operator", ":1.18.3"),
                        version(rendered, "redis-operator", ":v0.23.0"))
                .flatMap(all -> all);
    }

    private static Stream<String> version(RenderedPlatform rendered, String operator, String tag) {
        return rendered.named("Deployment", operator)
                .map(object ->
                        object.at("/spec/template/spec/containers/0/image").asString(""))
                .filter(image -> !image.endsWith(tag));
    }

    static Stream<String> unlabelledCredentials(RenderedPlatform rendered) {
        Set<String> secrets = rendered.ofKind("User")
                .map(user -> user.at("/spec/importCredentialsSecret/name").asString(""))
                .collect(Collectors.toSet());
        return rendered.objects()
                .filter(object ->
                        kind(object).endsWith("Secret") && namespace(object).equals("rabbitmq"))
                .filter(object -> secrets.contains(name(object)))
                .map(object -> kind(object).equals("Secret") ? object : object.at("/spec/template"))
                .filter(secret -> !secret.at("/metadata/labels/rabbitmq.com~1topology-operator")
                        .asString("")
                        .equals("true"))
                .map(JsonNode::toString);
    }

    /** From the broker's certificate to the file that the operator reads, each name must lead to the next. */
    static Stream<String> untrustedBroker(RenderedPlatform rendered) {
        List<String> complaints = new ArrayList<>();
        rendered.ofKind("RabbitmqCluster")
                .filter(broker -> broker.at("/spec/tls").has("secretName"))
                .forEach(broker -> {
                    String issuer =
                            issuer(rendered, broker.at("/spec/tls/secretName").asString(""));
                    JsonNode operator = rendered.named("Deployment", "messaging-topology-operator")
                            .findFirst()
                            .orElseThrow();
                    JsonNode pod = operator.at("/spec/template/spec");
                    String mounted = pod.at("/volumes/0/secret/secretName").asString("");
                    String file =
                            pod.at("/containers/0/volumeMounts/0/mountPath").asString("");
                    String signer = rendered.named("ClusterIssuer", issuer)
                            .map(object -> object.at("/spec/ca/secretName").asString(""))
                            .collect(Collectors.joining());
                    if (!issuer(rendered, mounted).equals(issuer)) {
                        complaints.add(mounted + " is not signed by " + issuer);
                    }
                    if (issuer(rendered, signer).isEmpty()) {
                        complaints.add("nothing makes the CA `" + signer + "` of " + issuer);
                    }
                    if (!file.startsWith("/etc/ssl/certs/")) {
                        complaints.add("the operator does not read " + file);
                    }
                });
        return complaints.stream();
    }

    /** Name of the issuer of the Certificate that fills a Secret. */
    private static String issuer(RenderedPlatform rendered, String secret) {
        return rendered.ofKind("Certificate")
                .filter(certificate ->
                        certificate.at("/spec/secretName").asString("").equals(secret))
                .map(certificate -> certificate.at("/spec/issuerRef/name").asString(""))
                .findFirst()
                .orElse("");
    }

    static Stream<String> stuckResources(RenderedPlatform rendered) {
        Set<String> deleted = rendered.ofKind("Job")
                .filter(job -> job.at("/metadata/annotations/chartwright~1hook")
                        .asString("")
                        .equals("pre-delete"))
                .flatMap(job -> job.at("/spec/template/spec/containers").valueStream())
                .flatMap(step -> Stream.of(step.at("/command/2").asString("").split(",")))
                .collect(Collectors.toSet());
        return Stream.of("rabbitmq.com", "redis.redis.opstreelabs.in", "minio.min.io")
                .flatMap(group -> rendered.definitions(group).stream()
                        .filter(definition ->
                                rendered.ofKind(kindOf(definition)).findAny().isPresent()))
                .filter(definition -> !deleted.contains(definition));
    }

    private static String kindOf(String definition) {
        return DEFINITIONS.stream()
                .filter(crd -> crd.name().equals(definition))
                .map(crd -> crd.spec().at("/names/kind").asString(""))
                .findFirst()
                .orElse("");
    }

    /** Secrets that a Tenant reads must come with the release, before it and filled. */
    static Stream<String> tenantSecrets(RenderedPlatform rendered, String pointer, List<String> keys) {
        return rendered.ofKind("Tenant")
                .map(tenant -> tenant.at(pointer))
                .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .map(reference -> reference.path("name").asString(""))
                .filter(secret -> rendered.named("Secret", secret)
                        .filter(object -> namespace(object).equals("minio"))
                        .filter(object -> !object.at("/metadata/annotations").has(BuiltPlatform.SHOWN_HOOK))
                        .noneMatch(object -> keys.stream()
                                .allMatch(key -> object.path("data").has(key))));
    }

    static Stream<String> incompleteConfiguration(RenderedPlatform rendered) {
        Minio minio = rendered.platform().minio().orElseThrow();
        return minio.secrets().stream()
                .filter(secret -> secret.name().equals(minio.tenant().configuration()))
                .flatMap(secret -> secret.supplied().stream())
                .flatMap(supplied -> supplied.data().stream())
                .filter(key -> key.name().equals("config.env"))
                .map(SuppliedKey::placeholders)
                .filter(paths -> paths.size() < 2)
                .map(paths -> "the configuration names no user and password: " + paths);
    }

    static Stream<String> missingRedirect(RenderedPlatform rendered) {
        Stream<String> ignored = rendered.objects()
                .flatMap(object -> object.at("/metadata/annotations").propertyStream())
                .map(annotation -> annotation.getKey())
                .filter(key -> key.endsWith("/redirect-entry-point") || key.contains("traefik.io/timeout."));
        boolean redirects = rendered.texts()
                .anyMatch(text -> text.contains("--entryPoints.web.http.redirections.entryPoint.scheme=https"));
        return Stream.concat(ignored, mustBe(true, redirects));
    }

    static Stream<String> wholeMirrors(RenderedPlatform rendered) {
        Set<String> configs =
                rendered.ofKind("ConfigMap").map(RenderedPlatform::name).collect(Collectors.toSet());
        return rendered.ofKind("Deployment")
                .flatMap(object -> object.at("/spec/template/spec/containers")
                        .valueStream()
                        .flatMap(container -> container.path("envFrom").valueStream())
                        .map(source -> source.at("/secretRef/name").asString(""))
                        .filter(secret -> configs.contains(secret) || isMirror(rendered, namespace(object), secret)));
    }

    private static boolean isMirror(RenderedPlatform rendered, String namespace, String secret) {
        return rendered.named("Secret", secret)
                .filter(object -> namespace(object).equals(namespace))
                .anyMatch(object -> object.at("/metadata/annotations").has("reflector.v1.k8s.emberstack.com/reflects"));
    }

    static Stream<String> closedApi(RenderedPlatform rendered) {
        boolean tls = rendered.ofKind("RabbitmqCluster")
                .anyMatch(
                        broker -> broker.at("/spec/tls/disableNonTLSListeners").asBoolean(false));
        String wanted = tls ? "https://.*:15671/api" : "http://.*:15672/api";
        return rendered.ofKind("ConfigMap")
                .map(config -> config.at("/data/RABBITMQ_API_URL").asString(""))
                .filter(url -> !url.isEmpty() && !url.matches(wanted));
    }
}
