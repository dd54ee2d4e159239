package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Pods run as ServiceAccounts that are made, and bindings give roles that are made to them. */
final class AccessRule implements ReleaseRule {
    private static final String ACCOUNT = "ServiceAccount";
    /** Made by the namespace controller in every namespace. */
    private static final String DEFAULT = "default";

    @Override
    public Stream<Problem> check(Release release) {
        List<RenderedObject> objects = release.objects();
        Map<String, List<String>> made = objects.stream()
                .collect(Collectors.groupingBy(
                        object -> key(object.kind(), object.namespace()),
                        Collectors.mapping(RenderedObject::name, Collectors.toList())));
        Stream<Problem> pods = PodTemplate.of(objects).flatMap(pod -> account(pod, made));
        Stream<Problem> bindings = objects.stream()
                .filter(object ->
                        object.kind().equals("RoleBinding") || object.kind().equals("ClusterRoleBinding"))
                .flatMap(binding -> Stream.concat(role(binding, made), subjects(binding, made)));
        return Stream.concat(pods, bindings);
    }

    private static String key(String kind, String namespace) {
        return kind + "/" + namespace;
    }

    private static List<String> names(Map<String, List<String>> made, String kind, String namespace) {
        return made.getOrDefault(key(kind, namespace), List.of());
    }

    private static Stream<Problem> account(PodTemplate pod, Map<String, List<String>> made) {
        String name = pod.spec().path("serviceAccountName").asString(DEFAULT);
        List<String> known = names(made, ACCOUNT, pod.namespace());
        return name.equals(DEFAULT) || known.contains(name)
                ? Stream.empty()
                : Stream.of(new Problem(
                        pod.place().then("serviceAccountName").value(),
                        "dangling-service-account",
                        pod.owner().kind() + " " + Quote.of(pod.owner().name()) + " runs as ServiceAccount "
                                + Quote.of(name) + ", which nothing makes in namespace " + Quote.of(pod.namespace()),
                        "no pod is made for an account that is not there",
                        Choice.fix(name, known, "make the ServiceAccount")));
    }

    /** ClusterRoles may be the cluster's own: those are named without a doubt by `system:` or are its four. */
    private static Stream<Problem> role(RenderedObject binding, Map<String, List<String>> made) {
        JsonNode reference = binding.root().path("roleRef");
        String kind = reference.path("kind").asString("");
        String name = reference.path("name").asString("");
        List<String> known = names(made, kind, kind.equals("Role") ? binding.namespace() : "");
        boolean builtIn = kind.equals("ClusterRole")
                && (name.startsWith("system:")
                        || List.of("admin", "cluster-admin", "edit", "view").contains(name));
        return builtIn || known.contains(name)
                ? Stream.empty()
                : Stream.of(new Problem(
                        binding.place("roleRef", "name").value(),
                        "dangling-role",
                        binding.kind() + " " + Quote.of(binding.name()) + " gives " + kind + " " + Quote.of(name)
                                + ", which nothing makes",
                        "a binding to a role that is not there is accepted and gives nothing",
                        Choice.fix(name, known, "make the role")));
    }

    private static Stream<Problem> subjects(RenderedObject binding, Map<String, List<String>> made) {
        List<JsonNode> subjects = binding.root().path("subjects").valueStream().toList();
        Stream<Problem> people = Element.each(binding.root().path("subjects"), binding.place("subjects"))
                .filter(subject -> !subject.root().path("kind").asString("").equals(ACCOUNT))
                .filter(subject -> subject.root().has("namespace"))
                .map(subject -> new Problem(
                        subject.place().then("kind").value(),
                        "dangling-service-account",
                        binding.kind() + " " + Quote.of(binding.name()) + " names a "
                                + subject.root().path("kind").asString("") + " with a namespace",
                        "users and groups lie in no namespace, so the rights reach nobody",
                        "write `kind: ServiceAccount`, or remove `namespace`"));
        Stream<Problem> accounts = IntStream.range(0, subjects.size())
                .filter(index -> subjects.get(index).path("kind").asString("").equals(ACCOUNT))
                .boxed()
                .flatMap(index -> subject(
                        binding, subjects.get(index), binding.place("subjects").then(index), made));
        return Stream.concat(people, accounts);
    }

    private static Stream<Problem> subject(
            RenderedObject binding, JsonNode subject, Place place, Map<String, List<String>> made) {
        String name = subject.path("name").asString("");
        String namespace = subject.path("namespace").asString(binding.namespace());
        List<String> known = names(made, ACCOUNT, namespace);
        return known.contains(name)
                ? Stream.empty()
                : Stream.of(new Problem(
                        place.then("name").value(),
                        "dangling-service-account",
                        binding.kind() + " " + Quote.of(binding.name()) + " names ServiceAccount " + Quote.of(name)
                                + ", which nothing makes in namespace " + Quote.of(namespace),
                        "rights for an account that is not there reach nobody",
                        Choice.fix(name, known, "make the ServiceAccount")));
    }
}
