package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Controls that the level `restricted` of the Pod Security Standards adds: good practice, also where it costs something. */
final class RestrictedControls {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> PROFILES = Set.of("Localhost", "RuntimeDefault");
    private static final String NON_ROOT = "runAsNonRoot";
    private static final String USER = "runAsUser";
    private static final String SECCOMP = "seccompProfile";

    static final List<PodControl> ALL = List.of(
            PodControl.ofPod("restrictedVolumes", RestrictedControls::volumes),
            PodControl.ofContainers("allowPrivilegeEscalation", RestrictedControls::escalation),
            PodControl.ofPod("runAsNonRoot", RestrictedControls::nonRoot),
            PodControl.ofContexts("runAsUser", RestrictedControls::user),
            PodControl.ofPod("seccompProfile_restricted", RestrictedControls::seccomp),
            PodControl.ofContainers("capabilities_restricted", RestrictedControls::capabilities));

    private RestrictedControls() {}

    private static Stream<Breach> volumes(PodTemplate pod) {
        List<JsonNode> volumes = pod.spec().path("volumes").valueStream().toList();
        return IntStream.range(0, volumes.size())
                .filter(index -> volumes.get(index).propertyNames().stream()
                        .anyMatch(name -> !name.equals("name") && !VOLUMES.contains(name)))
                .mapToObj(index -> new Breach(
                        pod.place().then("volumes").then(index),
                        "volume " + Quote.of(volumes.get(index).path("name").asString(""))
                                + " is of a kind that reaches beyond the pod",
                        "use one of "
                                + String.join(", ", VOLUMES.stream().sorted().toList())));
    }

    private static Stream<Breach> escalation(PodContainer container) {
        SecurityContext context = SecurityContext.of(container);
        return container.pod().isWindows() || context.is("allowPrivilegeEscalation", false)
                ? Stream.empty()
                : Stream.of(context.breach("allowPrivilegeEscalation", "false"));
    }

    /** Each container says so, or the pod does and no container takes it back. */
    private static Stream<Breach> nonRoot(PodTemplate pod) {
        boolean whole = SecurityContext.ofPod(pod).is(NON_ROOT, true);
        return pod.containers()
                .map(SecurityContext::of)
                .filter(context -> whole ? context.is(NON_ROOT, false) : !context.is(NON_ROOT, true))
                .map(context -> context.breach(NON_ROOT, "true"));
    }

    private static Stream<Breach> user(SecurityContext context) {
        return context.root().has(USER) && context.root().path(USER).asInt(1) == 0
                ? Stream.of(new Breach(
                        context.place().then(USER),
                        context.owner() + " runs as user 0",
                        "write a user above 0 that the image can run as"))
                : Stream.empty();
    }

    private static Stream<Breach> seccomp(PodTemplate pod) {
        boolean whole = pod.isWindows() || isConfined(SecurityContext.ofPod(pod));
        return pod.containers()
                .map(SecurityContext::of)
                .filter(context -> !isConfined(context))
                .filter(context -> !whole || context.root().has(SECCOMP))
                .map(context -> context.breach(SECCOMP + ".type", "RuntimeDefault"));
    }

    private static boolean isConfined(SecurityContext context) {
        return PROFILES.contains(context.root().path(SECCOMP).path("type").asString(""));
    }

    private static Stream<Breach> capabilities(PodContainer container) {
        SecurityContext context = SecurityContext.of(container);
        JsonNode capabilities = context.root().path("capabilities");
        boolean dropped = container.pod().isWindows()
                || capabilities
                        .path("drop")
                        .valueStream()
                        .anyMatch(name -> name.asString("").equals("ALL"));
        Stream<Breach> drop = dropped
                ? Stream.empty()
                : Stream.of(new Breach(
                        context.place().then("capabilities", "drop"),
                        context.owner() + " does not drop all capabilities",
                        "write `capabilities.drop: [ALL]`"));
        Stream<Breach> add = capabilities
                .path("add")
                .valueStream()
                .map(name -> name.asString(""))
                .filter(name -> !name.equals("NET_BIND_SERVICE"))
                .map(name -> new Breach(
                        context.place().then("capabilities", "add"),
                        context.owner() + " adds the capability " + Quote.of(name),
                        "take it out of `capabilities.add`; NET_BIND_SERVICE alone may stand there"));
        return Stream.concat(drop, add);
    }
}
