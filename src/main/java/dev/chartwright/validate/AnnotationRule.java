package dev.chartwright.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Labels and annotations that programs look for are spelt as these read them, with values that they know. */
final class AnnotationRule implements ReleaseRule {
    private static final String HOOK = "helm.sh/hook";
    private static final Set<String> EVENTS = Set.of(
            "pre-install",
            "post-install",
            "pre-delete",
            "post-delete",
            "pre-upgrade",
            "post-upgrade",
            "pre-rollback",
            "post-rollback",
            "test",
            "test-success");
    private static final Set<String> OUTCOMES = Set.of("hook-succeeded", "hook-failed");
    private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");
    private static final Pattern WEIGHT = Pattern.compile("[+-]?[0-9]+");

    /** Values, separated by commas, of what has a fixed list of them. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            HOOK,
            EVENTS,
            "helm.sh/hook-delete-policy",
            Set.of("before-hook-creation", "hook-succeeded", "hook-failed"),
            "helm.sh/hook-output-log-policy",
            OUTCOMES,
            "helm.sh/resource-policy",
            Set.of("keep"),
            "pod-security.kubernetes.io/enforce",
            LEVELS,
            "pod-security.kubernetes.io/audit",
            LEVELS,
            "pod-security.kubernetes.io/warn",
            LEVELS);

    private static final Set<String> KNOWN = known(
            "helm.sh/ hook hook-weight hook-delete-policy hook-output-log-policy resource-policy chart",
            "pod-security.kubernetes.io/ enforce audit warn enforce-version audit-version warn-version",
            "app.kubernetes.io/ name instance version component part-of managed-by created-by",
            "kubernetes.io/ metadata.name tls-acme ingress.class change-cause",
            "argocd.argoproj.io/ sync-wave sync-options hook hook-delete-policy compare-options refresh tracking-id"
                    + " manifest-generate-paths managed-by instance",
            "reflector.v1.k8s.emberstack.com/ reflects reflection-allowed reflection-allowed-namespaces"
                    + " reflection-auto-enabled reflection-auto-namespaces auto-reflects reflected-version reflected-at",
            "cert-manager.io/ issuer cluster-issuer issuer-kind issuer-group issuer-name common-name alt-names ip-sans"
                    + " uri-sans email-sans duration renew-before renew-before-percentage usages subject-organizations"
                    + " subject-organizationalunits subject-countries subject-provinces subject-localities"
                    + " subject-postalcodes subject-streetaddresses subject-serialnumber private-key-algorithm"
                    + " private-key-encoding private-key-size private-key-rotation-policy revision-history-limit"
                    + " secret-template certificate-name certificate-revision inject-ca-from inject-ca-from-secret"
                    + " inject-apiserver-ca allow-direct-injection disable-reissue",
            "traefik.ingress.kubernetes.io/ router.entrypoints router.middlewares router.priority router.pathmatcher"
                    + " router.rulesyntax router.tls router.tls.certresolver router.tls.options"
                    + " router.observability.accesslogs router.observability.metrics router.observability.tracing"
                    + " service.nativelb service.nodeportlb service.passhostheader service.serversscheme"
                    + " service.serverstransport service.sticky.cookie service.sticky.cookie.name"
                    + " service.sticky.cookie.secure service.sticky.cookie.samesite service.sticky.cookie.httponly"
                    + " service.sticky.cookie.maxage service.sticky.cookie.path service.sticky.cookie.domain",
            "rabbitmq.com/ topology-operator topology-allowed-namespaces operator-connection-uri pauseReconciliation");

    private static Set<String> known(String... groups) {
        return Arrays.stream(groups)
                .map(group -> group.split(" "))
                .flatMap(words -> Arrays.stream(words).skip(1).map(name -> words[0] + name))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Stream<Problem> check(Release release) {
        return release.objects().stream().flatMap(AnnotationRule::check);
    }

    private static Stream<Problem> check(RenderedObject object) {
        Stream<Problem> pods = PodTemplate.of(List.of(object))
                .filter(pod -> !pod.path().isEmpty())
                .flatMap(pod -> metadata(object, pod.metadata(), pod.metadataPlace()));
        return Stream.of(
                        metadata(object, object.root().path("metadata"), object.place("metadata")),
                        pods,
                        made(object, "spec", "template", "metadata"),
                        made(object, "spec", "target", "template", "metadata"))
                .flatMap(problems -> problems);
    }

    /** Of a Secret that an operator makes. */
    private static Stream<Problem> made(RenderedObject object, String... path) {
        return ApiGroups.isBuiltIn(object.group())
                ? Stream.empty()
                : metadata(object, object.root().at("/" + String.join("/", path)), object.place(path));
    }

    private static Stream<Problem> metadata(RenderedObject object, JsonNode metadata, Place place) {
        return Stream.of("labels", "annotations")
                .flatMap(map -> metadata.path(map).properties().stream()
                        .flatMap(entry -> check(
                                object,
                                TemporaryCharts.asWritten(entry.getKey()),
                                entry.getValue().asString(""),
                                place.then(map, entry.getKey()))));
    }

    private static Stream<Problem> check(RenderedObject object, String key, String value, Place place) {
        if (KNOWN.contains(key)) {
            return value(object, key, value, place);
        }
        List<String> near = key.contains("/") ? NearestNames.of(key, KNOWN) : List.of();
        return near.isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        place.key(),
                        "unknown-annotation",
                        words(object) + " has " + Quote.of(key) + ", which nobody looks for",
                        "labels and annotations are compared letter by letter, and a misspelt one does nothing",
                        "write " + near.stream().map(Quote::of).collect(Collectors.joining(" or "))));
    }

    private static Stream<Problem> value(RenderedObject object, String key, String value, Place place) {
        if (key.equals("helm.sh/hook-weight")) {
            return WEIGHT.matcher(value).matches()
                    ? Stream.empty()
                    : Stream.of(wrong(object, key, value, place, "write a whole number between quotes"));
        }
        Set<String> allowed = VALUES.getOrDefault(key, Set.of());
        return allowed.isEmpty()
                ? Stream.empty()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(word -> !allowed.contains(word))
                        .map(word -> wrong(object, key, word, place, NearestNames.advice(word, allowed)));
    }

    private static Problem wrong(RenderedObject object, String key, String value, Place place, String fix) {
        return new Problem(
                place.value(),
                "annotation-value",
                words(object) + " has " + Quote.of(value) + " in " + Quote.of(key) + ", which its reader does not know",
                key.startsWith("helm.sh/")
                        ? "Helm says nothing: it leaves an object with an unknown hook out, and other unknown values too"
                        : "the API server refuses a namespace whose level it does not know",
                fix);
    }

    private static String words(RenderedObject object) {
        return object.kind() + " " + Quote.of(object.name());
    }
}
