package dev.chartwright.validate;

import java.util.List;
import java.util.Map;

/** What the API server's validation adds to the types of Kubernetes: ranges of numbers, and fields that must be there. */
final class KubernetesLimits {
    private static final int[] PORT = {1, 65_535};
    private static final int[] NO_OR_PORT = {0, 65_535};
    private static final int[] NATURAL = {0};
    private static final int[] POSITIVE = {1};
    private static final int[] MODE = {0, 511};
    private static final int[] WEIGHT = {1, 100};
    private static final int[] ID = {0, Integer.MAX_VALUE};

    /** Lowest and highest numbers that the API server takes, where the classes say only number. */
    static final Map<String, int[]> RANGES = Map.ofEntries(
            Map.entry("V1ContainerPort.containerPort", PORT),
            Map.entry("V1ContainerPort.hostPort", NO_OR_PORT),
            Map.entry("V1ServicePort.port", PORT),
            Map.entry("V1ServicePort.targetPort", PORT),
            Map.entry("V1ServicePort.nodePort", NO_OR_PORT),
            Map.entry("V1ServiceBackendPort.number", PORT),
            Map.entry("V1HTTPGetAction.port", PORT),
            Map.entry("V1TCPSocketAction.port", PORT),
            Map.entry("V1GRPCAction.port", PORT),
            Map.entry("V1NetworkPolicyPort.port", PORT),
            Map.entry("V1NetworkPolicyPort.endPort", PORT),
            Map.entry("V1Probe.initialDelaySeconds", NATURAL),
            Map.entry("V1Probe.timeoutSeconds", NATURAL),
            Map.entry("V1Probe.periodSeconds", NATURAL),
            Map.entry("V1Probe.successThreshold", NATURAL),
            Map.entry("V1Probe.failureThreshold", NATURAL),
            Map.entry("V1Probe.terminationGracePeriodSeconds", POSITIVE),
            Map.entry("V1DeploymentSpec.replicas", NATURAL),
            Map.entry("V1DeploymentSpec.revisionHistoryLimit", NATURAL),
            Map.entry("V1DeploymentSpec.minReadySeconds", NATURAL),
            Map.entry("V1DeploymentSpec.progressDeadlineSeconds", NATURAL),
            Map.entry("V1ReplicaSetSpec.replicas", NATURAL),
            Map.entry("V1StatefulSetSpec.replicas", NATURAL),
            Map.entry("V1StatefulSetSpec.revisionHistoryLimit", NATURAL),
            Map.entry("V1StatefulSetSpec.minReadySeconds", NATURAL),
            Map.entry("V1DaemonSetSpec.revisionHistoryLimit", NATURAL),
            Map.entry("V1DaemonSetSpec.minReadySeconds", NATURAL),
            Map.entry("V1JobSpec.backoffLimit", NATURAL),
            Map.entry("V1JobSpec.activeDeadlineSeconds", NATURAL),
            Map.entry("V1JobSpec.ttlSecondsAfterFinished", NATURAL),
            Map.entry("V1JobSpec.parallelism", NATURAL),
            Map.entry("V1JobSpec.completions", NATURAL),
            Map.entry("V1CronJobSpec.successfulJobsHistoryLimit", NATURAL),
            Map.entry("V1CronJobSpec.failedJobsHistoryLimit", NATURAL),
            Map.entry("V1CronJobSpec.startingDeadlineSeconds", NATURAL),
            Map.entry("V1PodSpec.activeDeadlineSeconds", POSITIVE),
            Map.entry("V2HorizontalPodAutoscalerSpec.minReplicas", NATURAL),
            Map.entry("V2HorizontalPodAutoscalerSpec.maxReplicas", POSITIVE),
            Map.entry("V1PodSecurityContext.runAsUser", ID),
            Map.entry("V1PodSecurityContext.runAsGroup", ID),
            Map.entry("V1PodSecurityContext.fsGroup", ID),
            Map.entry("V1SecurityContext.runAsUser", ID),
            Map.entry("V1SecurityContext.runAsGroup", ID),
            Map.entry("V1ConfigMapVolumeSource.defaultMode", MODE),
            Map.entry("V1SecretVolumeSource.defaultMode", MODE),
            Map.entry("V1ProjectedVolumeSource.defaultMode", MODE),
            Map.entry("V1KeyToPath.mode", MODE),
            Map.entry("V1TopologySpreadConstraint.maxSkew", POSITIVE),
            Map.entry("V1WeightedPodAffinityTerm.weight", WEIGHT),
            Map.entry("V1PreferredSchedulingTerm.weight", WEIGHT));

    /** What the API server requires though the classes do not. */
    static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("V1Deployment", List.of("spec")),
            Map.entry("V1StatefulSet", List.of("spec")),
            Map.entry("V1DaemonSet", List.of("spec")),
            Map.entry("V1ReplicaSet", List.of("spec")),
            Map.entry("V1Job", List.of("spec")),
            Map.entry("V1CronJob", List.of("spec")),
            Map.entry("V1Pod", List.of("spec")),
            Map.entry("V1Service", List.of("spec")),
            Map.entry("V1Ingress", List.of("spec")),
            Map.entry("V1PersistentVolumeClaim", List.of("spec")),
            Map.entry("V2HorizontalPodAutoscaler", List.of("spec")),
            Map.entry("V1PodTemplateSpec", List.of("spec")),
            Map.entry("V1Container", List.of("image")),
            Map.entry("V1PersistentVolumeClaimSpec", List.of("accessModes", "resources")),
            Map.entry("V1VolumeResourceRequirements", List.of("requests")),
            Map.entry("V1SecretVolumeSource", List.of("secretName")),
            Map.entry("V1ConfigMapVolumeSource", List.of("name")),
            Map.entry("V1SecretKeySelector", List.of("name")),
            Map.entry("V1ConfigMapKeySelector", List.of("name")),
            Map.entry("V1SecretEnvSource", List.of("name")),
            Map.entry("V1ConfigMapEnvSource", List.of("name")),
            Map.entry("V1IngressServiceBackend", List.of("port")),
            Map.entry("V1IngressClass", List.of("spec")),
            Map.entry("V1IngressClassSpec", List.of("controller")));

    private KubernetesLimits() {}
}
