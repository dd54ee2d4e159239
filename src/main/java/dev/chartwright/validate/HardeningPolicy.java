package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * No pod takes more rights than it has a reason for, also where its namespace would admit it.
 *
 * <p>The controls are those of the Pod Security Standards; what a namespace's level refuses, is told by that.
 */
final class HardeningPolicy implements Policy {
    private static final String RESTRICTED = "restricted";

    /**
     * A control outside of its level.
     *
     * @param check the problem code
     * @param control what is looked at
     * @param level the lowest level that refuses the same
     */
    private record Hardening(String check, PodControl control, String level) {
        boolean isLeftTo(String enforced) {
            return enforced.equals(RESTRICTED) || enforced.equals(level);
        }
    }

    private static final Map<String, String> BASELINE = Map.of(
            "hostNamespaces", "host-namespace",
            "hostPathVolumes", "host-mount",
            "hostPorts", "host-port",
            "privileged", "privileged-container",
            "capabilities_baseline", "kept-capabilities",
            "sysctls", "unsafe-sysctl");
    private static final Map<String, String> LIFTED = Map.of(
            "allowPrivilegeEscalation", "privilege-escalation", "runAsNonRoot", "root-user", "runAsUser", "root-user");
    private static final List<Hardening> ALL = Stream.of(
                    chosen(BaselineControls.ALL, BASELINE, PodSecurityStandards.BASELINE),
                    chosen(RestrictedControls.ALL, LIFTED, RESTRICTED),
                    Stream.of(new Hardening(
                            "kept-capabilities",
                            PodControl.ofContainers("netRaw", HardeningPolicy::rawSockets),
                            RESTRICTED)))
            .flatMap(Function.identity())
            .toList();

    private static Stream<Hardening> chosen(List<PodControl> controls, Map<String, String> checks, String level) {
        return controls.stream()
                .filter(control -> checks.containsKey(control.name()))
                .map(control -> new Hardening(checks.get(control.name()), control, level));
    }

    @Override
    public List<String> checks() {
        return ALL.stream().map(Hardening::check).distinct().toList();
    }

    @Override
    public Stream<Finding> find(Release release) {
        Map<String, String> levels = PodSecurityStandards.levels(release.platform());
        Stream<Finding> rendered = PodTemplate.of(release.objects())
                .flatMap(pod -> find(pod, levels.getOrDefault(pod.namespace(), PodSecurityStandards.PRIVILEGED)));
        return Stream.concat(
                rendered, OperatedTemplates.of(release).flatMap(pod -> find(pod, PodSecurityStandards.PRIVILEGED)));
    }

    private static Stream<Finding> find(PodTemplate pod, String enforced) {
        return ALL.stream()
                .filter(hardening -> !hardening.isLeftTo(enforced))
                .flatMap(hardening ->
                        hardening.control().breaches().apply(pod).map(breach -> finding(pod, hardening, breach)));
    }

    private static Finding finding(PodTemplate pod, Hardening hardening, Breach breach) {
        return Finding.of(
                pod,
                hardening.check(),
                breach,
                "whoever breaks into a container has every right that it was given; the level " + "`"
                        + hardening.level() + "` of the Pod Security Standards gives none of this");
    }

    /** With raw sockets one container can read and forge what others of its network say. */
    private static Stream<Breach> rawSockets(PodContainer container) {
        SecurityContext context = SecurityContext.of(container);
        boolean dropped = context.root()
                .at("/capabilities/drop")
                .valueStream()
                .map(name -> name.asString(""))
                .anyMatch(List.of("ALL", "NET_RAW")::contains);
        return dropped
                ? Stream.empty()
                : Stream.of(new Breach(
                        context.place().then("capabilities", "drop"),
                        context.owner() + " keeps the capability `NET_RAW`",
                        "write `capabilities.drop: [\"ALL\"]`"));
    }
}
