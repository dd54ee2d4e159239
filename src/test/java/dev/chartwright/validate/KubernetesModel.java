package dev.chartwright.validate;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The types of Kubernetes' own objects as a strict JSON schema, from the model classes of its Java client. */
final class KubernetesModel {
    private static final String PACKAGE = "io.kubernetes.client.openapi.models.";
    private static final String QUANTITY =
            "^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";
    private static final String BASE64 = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

    /** Kinds of each version, where the class is not `V1` and the kind. */
    private static final Map<String, List<String>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "v1",
                    List.of(
                            "ConfigMap",
                            "Endpoints",
                            "LimitRange",
                            "Namespace",
                            "PersistentVolume",
                            "PersistentVolumeClaim",
                            "Pod",
                            "ResourceQuota",
                            "Secret",
                            "Service",
                            "ServiceAccount")),
            Map.entry("apps/v1", List.of("DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")),
            Map.entry("batch/v1", List.of("CronJob", "Job")),
            Map.entry("autoscaling/v1", List.of("HorizontalPodAutoscaler")),
            Map.entry("autoscaling/v2", List.of("HorizontalPodAutoscaler:V2HorizontalPodAutoscaler")),
            Map.entry("networking.k8s.io/v1", List.of("Ingress", "IngressClass", "NetworkPolicy")),
            Map.entry("policy/v1", List.of("PodDisruptionBudget")),
            Map.entry(
                    "rbac.authorization.k8s.io/v1",
                    List.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")),
            Map.entry("storage.k8s.io/v1", List.of("CSIDriver", "StorageClass")),
            Map.entry("scheduling.k8s.io/v1", List.of("PriorityClass")),
            Map.entry("coordination.k8s.io/v1", List.of("Lease")),
            Map.entry("node.k8s.io/v1", List.of("RuntimeClass")),
            Map.entry("apiregistration.k8s.io/v1", List.of("APIService")),
            Map.entry("apiextensions.k8s.io/v1", List.of("CustomResourceDefinition")),
            Map.entry(
                    "admissionregistration.k8s.io/v1",
                    List.of(
                            "MutatingWebhookConfiguration",
                            "ValidatingAdmissionPolicy",
                            "ValidatingAdmissionPolicyBinding",
                            "ValidatingWebhookConfiguration"))));

    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final List<String> SELECTORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    /** What the API server allows where the classes say only text; fields that platforms use. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("V1Container.imagePullPolicy", List.of("Always", "IfNotPresent", "Never")),
            Map.entry("V1ContainerPort.protocol", PROTOCOLS),
            Map.entry("V1ServicePort.protocol", PROTOCOLS),
            Map.entry("V1NetworkPolicyPort.protocol", PROTOCOLS),
            Map.entry("V1NetworkPolicySpec.policyTypes", List.of("Ingress", "Egress")),
            Map.entry("V1PodSpec.restartPolicy", List.of("Always", "OnFailure", "Never")),
            Map.entry("V1PodSpec.dnsPolicy", List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None")),
            Map.entry("V1PodSpec.preemptionPolicy", List.of("Never", "PreemptLowerPriority")),
            Map.entry("V1ServiceSpec.type", List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort")),
            Map.entry("V1ServiceSpec.externalTrafficPolicy", List.of("Cluster", "Local")),
            Map.entry("V1ServiceSpec.internalTrafficPolicy", List.of("Cluster", "Local")),
            Map.entry("V1ServiceSpec.sessionAffinity", List.of("ClientIP", "None")),
            Map.entry("V1ServiceSpec.ipFamilyPolicy", List.of("PreferDualStack", "RequireDualStack", "SingleStack")),
            Map.entry("V1HTTPIngressPath.pathType", List.of("Exact", "ImplementationSpecific", "Prefix")),
            Map.entry("V1TopologySpreadConstraint.whenUnsatisfiable", List.of("DoNotSchedule", "ScheduleAnyway")),
            Map.entry("V1Toleration.operator", List.of("Equal", "Exists")),
            Map.entry("V1Toleration.effect", List.of("NoExecute", "NoSchedule", "PreferNoSchedule")),
            Map.entry("V1DeploymentStrategy.type", List.of("Recreate", "RollingUpdate")),
            Map.entry("V1StatefulSetSpec.podManagementPolicy", List.of("OrderedReady", "Parallel")),
            Map.entry("V1StatefulSetUpdateStrategy.type", List.of("OnDelete", "RollingUpdate")),
            Map.entry("V1DaemonSetUpdateStrategy.type", List.of("OnDelete", "RollingUpdate")),
            Map.entry("V1CronJobSpec.concurrencyPolicy", List.of("Allow", "Forbid", "Replace")),
            Map.entry("V1JobSpec.completionMode", List.of("Indexed", "NonIndexed")),
            Map.entry("V1LabelSelectorRequirement.operator", SELECTORS),
            Map.entry(
                    "V1NodeSelectorRequirement.operator", List.of("DoesNotExist", "Exists", "Gt", "In", "Lt", "NotIn")),
            Map.entry(
                    "V1PersistentVolumeClaimSpec.accessModes",
                    List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod")),
            Map.entry("V1PersistentVolumeClaimSpec.volumeMode", List.of("Block", "Filesystem")),
            Map.entry("V1SeccompProfile.type", List.of("Localhost", "RuntimeDefault", "Unconfined")),
            Map.entry("V1AppArmorProfile.type", List.of("Localhost", "RuntimeDefault", "Unconfined")),
            Map.entry("V1EmptyDirVolumeSource.medium", List.of("", "HugePages", "Memory")),
            Map.entry(
                    "V1HostPathVolumeSource.type",
                    List.of(
                            "",
                            "BlockDevice",
                            "CharDevice",
                            "Directory",
                            "DirectoryOrCreate",
                            "File",
                            "FileOrCreate",
                            "Socket")),
            Map.entry("V1HTTPGetAction.scheme", List.of("HTTP", "HTTPS")),
            Map.entry("V1RoleRef.kind", List.of("ClusterRole", "Role")),
            Map.entry("RbacV1Subject.kind", List.of("Group", "ServiceAccount", "User")),
            Map.entry("V2MetricTarget.type", List.of("AverageValue", "Utilization", "Value")),
            Map.entry("V2MetricSpec.type", List.of("ContainerResource", "External", "Object", "Pods", "Resource")),
            Map.entry(
                    "V1PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy", List.of("AlwaysAllow", "IfHealthyBudget")),
            Map.entry("V1CustomResourceDefinitionSpec.scope", List.of("Cluster", "Namespaced")));

    private final ObjectNode definitions = JsonMapper.shared().createObjectNode();
    private final Set<String> seen = new TreeSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    /** The schema, one line for each definition. */
    static String schema() throws ClassNotFoundException {
        return new KubernetesModel().build();
    }

    private String build() throws ClassNotFoundException {
        StringBuilder kinds = new StringBuilder();
        for (Map.Entry<String, List<String>> version : KINDS.entrySet()) {
            for (String entry : version.getValue()) {
                kinds.append(kinds.isEmpty() ? "" : ",\n").append(kind(version.getKey(), entry));
            }
        }
        while (!open.isEmpty()) {
            describe(open.pop());
        }
        StringBuilder text = new StringBuilder(
                        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\n\"allOf\":[\n")
                .append(kinds)
                .append("\n],\n\"definitions\":{\n");
        text.append(String.join(
                ",\n",
                definitions.properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                        .toList()));
        return text.append("\n}}\n").toString();
    }

    private String kind(String version, String entry) throws ClassNotFoundException {
        String kind = entry.replaceFirst(":.*", "");
        String type = entry.contains(":") ? entry.replaceFirst(".*:", "") : "V1" + kind;
        refer(Class.forName(PACKAGE + type, false, getClass().getClassLoader()));
        return "{\"if\":{\"properties\":{\"apiVersion\":{\"const\":\"" + version + "\"},\"kind\":{\"const\":\"" + kind
                + "\"}}},\"then\":{\"$ref\":\"#/definitions/" + type + "\"}}";
    }

    private void refer(Class<?> type) {
        if (seen.add(type.getSimpleName())) {
            open.push(type);
        }
    }

    private void describe(Class<?> type) {
        ObjectNode definition = definitions.putObject(type.getSimpleName());
        definition.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = definition.putObject("properties");
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(SerializedName.class))
                .filter(field -> !isStatus(field))
                .forEach(field ->
                        properties.set(field.getAnnotation(SerializedName.class).value(), property(type, field)));
        Set<String> required = new TreeSet<>(required(type));
        required.addAll(KubernetesLimits.REQUIRED.getOrDefault(type.getSimpleName(), List.of()));
        if (Arrays.stream(type.getInterfaces())
                .anyMatch(kind -> kind.getSimpleName().equals("KubernetesObject"))) {
            required.add("metadata");
        }
        required.retainAll(properties.propertyNames());
        if (!required.isEmpty()) {
            required.forEach(definition.putArray("required")::add);
        }
    }

    /** The API server fills it, nobody else may. */
    private static boolean isStatus(Field field) {
        return field.getName().equals("status")
                && field.getType().getSimpleName().endsWith("Status");
    }

    private ObjectNode property(Class<?> owner, Field field) {
        ObjectNode schema = value(field.getGenericType());
        List<String> values = VALUES.getOrDefault(owner.getSimpleName() + "." + field.getName(), List.of());
        if (!values.isEmpty()) {
            ObjectNode text = schema.has("items") ? (ObjectNode) schema.path("items") : schema;
            values.forEach(text.putArray("enum")::add);
        }
        int[] range = KubernetesLimits.RANGES.getOrDefault(owner.getSimpleName() + "." + field.getName(), new int[0]);
        if (range.length > 0) {
            schema.put("minimum", range[0]);
        }
        if (range.length > 1) {
            schema.put("maximum", range[1]);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> required(Class<?> type) {
        try {
            return (Collection<String>) type.getField("openapiRequiredFields").get(null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(type + " does not say what it requires", changed);
        }
    }

    private ObjectNode value(Type type) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        if (type instanceof ParameterizedType generic) {
            Type[] inside = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? schema.put("type", "array").set("items", value(inside[0]))
                    : schema.put("type", "object").set("additionalProperties", value(inside[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.getName().startsWith(PACKAGE)) {
            refer(plain);
            return schema.put("$ref", "#/definitions/" + plain.getSimpleName());
        }
        return scalar(plain, schema);
    }

    private static ObjectNode scalar(Class<?> type, ObjectNode schema) {
        if (type == String.class || type == OffsetDateTime.class) {
            return schema.put("type", "string");
        }
        if (type == Integer.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        if (type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == Double.class) {
            return schema.put("type", "number");
        }
        if (type == byte[].class) {
            return schema.put("type", "string").put("pattern", BASE64).put("title", "Base64 text");
        }
        if (type == IntOrString.class) {
            schema.putArray("type").add("integer").add("string");
            return schema;
        }
        if (type == Quantity.class) {
            schema.putArray("type").add("string").add("number");
            return schema.put("pattern", QUANTITY).put("title", "quantity, 500m or 2Gi for example");
        }
        if (type == Object.class) {
            return schema;
        }
        throw new IllegalStateException("nobody said what " + type + " is in JSON");
    }
}
