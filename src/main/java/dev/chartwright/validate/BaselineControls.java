package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Controls of the level `baseline` of the Pod Security Standards: no known way from a pod to its node. */
final class BaselineControls {
    static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final List<String> HANDLERS =
            List.of("startupProbe", "readinessProbe", "livenessProbe", "lifecycle.postStart", "lifecycle.preStop");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String UNCONFINED = "Unconfined";
    private static final String RUNTIME = "RuntimeDefault";

    static final List<PodControl> ALL = List.of(
            PodControl.ofPod("hostNamespaces", BaselineControls::hostNamespaces),
            PodControl.ofPod("hostPathVolumes", BaselineControls::hostPaths),
            PodControl.ofContainers("hostPorts", BaselineControls::hostPorts),
            PodControl.ofContainers("hostProbesAndHostLifecycle", BaselineControls::hostProbes),
            PodControl.ofContexts("privileged", BaselineControls::privileged),
            PodControl.ofContexts("capabilities_baseline", BaselineControls::capabilities),
            PodControl.ofContexts("procMount", BaselineControls::procMount),
            PodControl.ofContexts("seLinuxOptions", BaselineControls::seLinux),
            PodControl.ofContexts("seccompProfile_baseline", context -> unconfined(context, "seccompProfile")),
            PodControl.ofContexts("appArmorProfile", context -> unconfined(context, "appArmorProfile")),
            PodControl.ofPod("appArmorProfile", BaselineControls::oldAppArmor),
            PodControl.ofContexts("sysctls", BaselineControls::sysctls),
            PodControl.ofContexts("windowsHostProcess", BaselineControls::windows));

    private BaselineControls() {}

    private static Stream<Breach> hostNamespaces(PodTemplate pod) {
        return Stream.of("hostNetwork", "hostPID", "hostIPC")
                .filter(field -> pod.spec().path(field).asBoolean(false))
                .map(field -> new Breach(
                        pod.place().then(field), "the pod has " + Quote.of(field + ": true"), "remove the field"));
    }

    private static Stream<Breach> hostPaths(PodTemplate pod) {
        List<JsonNode> volumes = pod.spec().path("volumes").valueStream().toList();
        return IntStream.range(0, volumes.size())
                .filter(index -> volumes.get(index).has("hostPath"))
                .mapToObj(index -> new Breach(
                        pod.place().then("volumes").then(index).then("hostPath"),
                        "volume " + Quote.of(volumes.get(index).path("name").asString("")) + " is a folder of the node",
                        "use another kind of volume"));
    }

    private static Stream<Breach> hostPorts(PodContainer container) {
        return container
                .elements("ports")
                .filter(port -> port.root().path("hostPort").asInt(0) != 0)
                .map(port -> new Breach(
                        port.place().then("hostPort"),
                        "container " + Quote.of(container.name()) + " takes port "
                                + port.root().path("hostPort").asString("") + " of the node",
                        "remove `hostPort`, and lead a Service to the port"));
    }

    private static Stream<Breach> hostProbes(PodContainer container) {
        return HANDLERS.stream()
                .flatMap(handler -> Stream.of("httpGet", "tcpSocket").map(way -> handler + "." + way))
                .filter(path -> !container
                        .root()
                        .at("/" + path.replace('.', '/') + "/host")
                        .asString("")
                        .isEmpty())
                .map(path -> new Breach(
                        container.place().then(path.split("\\.")).then("host"),
                        "container " + Quote.of(container.name()) + " has " + Quote.of(path + ".host"),
                        "remove `host`: the kubelet asks the pod itself"));
    }

    private static Stream<Breach> privileged(SecurityContext context) {
        return context.is("privileged", true) ? Stream.of(context.breach("privileged", "false")) : Stream.empty();
    }

    private static Stream<Breach> capabilities(SecurityContext context) {
        return context.root()
                .at("/capabilities/add")
                .valueStream()
                .map(name -> name.asString(""))
                .filter(name -> !CAPABILITIES.contains(name))
                .map(name -> new Breach(
                        context.place().then("capabilities", "add"),
                        context.owner() + " adds the capability " + Quote.of(name),
                        "take it out of `capabilities.add`"));
    }

    private static Stream<Breach> procMount(SecurityContext context) {
        boolean kept = List.of("", "Default").contains(context.text("procMount"));
        return kept ? Stream.empty() : Stream.of(context.breach("procMount", "Default"));
    }

    private static Stream<Breach> seLinux(SecurityContext context) {
        JsonNode options = context.root().path("seLinuxOptions");
        Stream<Breach> type = SELINUX_TYPES.contains(options.path("type").asString(""))
                ? Stream.empty()
                : Stream.of(context.breach("seLinuxOptions.type", "container_t"));
        Stream<Breach> others = Stream.of("user", "role")
                .filter(field -> !options.path(field).asString("").isEmpty())
                .map(field -> context.breach("seLinuxOptions." + field, "\"\""));
        return Stream.concat(type, others);
    }

    private static Stream<Breach> unconfined(SecurityContext context, String profile) {
        return context.root().path(profile).path("type").asString("").equals(UNCONFINED)
                ? Stream.of(context.breach(profile + ".type", RUNTIME))
                : Stream.empty();
    }

    /** The annotations from before there was a field; they still hold. */
    private static Stream<Breach> oldAppArmor(PodTemplate pod) {
        return pod.annotations().properties().stream()
                .filter(annotation -> annotation.getKey().startsWith(APP_ARMOR))
                .filter(annotation -> isUnconfined(annotation.getValue().asString("")))
                .map(annotation -> new Breach(
                        pod.place(),
                        "the pod has the annotation "
                                + Quote.of(annotation.getKey() + ": "
                                        + annotation.getValue().asString("")),
                        "remove the annotation"));
    }

    private static boolean isUnconfined(String profile) {
        return !profile.isEmpty() && !profile.equals("runtime/default") && !profile.startsWith("localhost/");
    }

    private static Stream<Breach> sysctls(SecurityContext context) {
        return context.root()
                .path("sysctls")
                .valueStream()
                .map(sysctl -> sysctl.path("name").asString(""))
                .filter(name -> !SYSCTLS.contains(name))
                .map(name -> new Breach(
                        context.place().then("sysctls"),
                        context.owner() + " sets the sysctl " + Quote.of(name),
                        "remove it from `sysctls`"));
    }

    private static Stream<Breach> windows(SecurityContext context) {
        return context.root().at("/windowsOptions/hostProcess").asBoolean(false)
                ? Stream.of(context.breach("windowsOptions.hostProcess", "false"))
                : Stream.empty();
    }
}
