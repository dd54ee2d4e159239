package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Roles give what is used and no more: no wildcards, no shell in pods, nobody the whole cluster. */
final class RolePolicy implements Policy {
    private static final String WILDCARD = "wildcard-role";
    private static final String EXEC = "exec-role";
    private static final String ADMIN = "cluster-admin-binding";
    private static final Set<String> SHELLS = Set.of("pods/exec", "pods/attach", "pods/*");
    private static final Set<String> OPENING = Set.of("create", "get", "*");

    @Override
    public List<String> checks() {
        return List.of(WILDCARD, EXEC, ADMIN);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return release.objects().stream().flatMap(object -> switch (object.kind()) {
            case "Role", "ClusterRole" -> rules(object);
            case "RoleBinding", "ClusterRoleBinding" -> binding(object);
            default -> Stream.empty();
        });
    }

    private static Stream<Finding> rules(RenderedObject role) {
        List<JsonNode> rules = role.root().path("rules").valueStream().toList();
        return IntStream.range(0, rules.size()).boxed().flatMap(index -> {
            Place place = role.place("rules").then(index);
            return Stream.concat(wildcards(role, rules.get(index), place), shells(role, rules.get(index), place));
        });
    }

    private static Stream<Finding> wildcards(RenderedObject role, JsonNode rule, Place place) {
        return Stream.of("apiGroups", "resources", "verbs")
                .filter(list -> texts(rule, list).anyMatch("*"::equals))
                .map(list -> new Finding(
                        role,
                        WILDCARD,
                        place.then(list).key(),
                        "a rule has `*` in " + Quote.of(list),
                        "`*` gives what exists now and what any later version brings",
                        "list what is used"));
    }

    private static Stream<Finding> shells(RenderedObject role, JsonNode rule, Place place) {
        boolean opens = texts(rule, "verbs").anyMatch(OPENING::contains);
        return texts(rule, "resources")
                .filter(resource -> opens && SHELLS.contains(resource))
                .map(resource -> new Finding(
                        role,
                        EXEC,
                        place.then("resources").key(),
                        "a rule gives " + Quote.of(resource),
                        "who may run commands in pods has all that the pods have, Secrets and rights included",
                        "take it out of the rule"));
    }

    private static Stream<String> texts(JsonNode rule, String list) {
        return rule.path(list).valueStream().map(text -> text.asString(""));
    }

    private static Stream<Finding> binding(RenderedObject binding) {
        JsonNode role = binding.root().path("roleRef");
        boolean whole = role.path("kind").asString("").equals("ClusterRole")
                && role.path("name").asString("").equals("cluster-admin");
        return whole
                ? Stream.of(new Finding(
                        binding,
                        ADMIN,
                        binding.place("roleRef", "name").value(),
                        "it gives ClusterRole `cluster-admin`",
                        "`cluster-admin` may do everything to everything that the binding reaches",
                        "make a role of what is used, and bind that"))
                : Stream.empty();
    }
}
