package dev.chartwright.validate;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
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
import dev.chartwright.yaml.YamlReader;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of Kubernetes' own objects as a strict JSON schema, from the model classes of its Java client, and what the
 * API server allows in single fields, from {@code kubernetes.rules.yaml}.
 */
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

    static final String RULES = "src/test/resources/dev/chartwright/validate/kubernetes.rules.yaml";

    private final JsonNode rules;
    private final Set<String> unusedRules = new TreeSet<>();
    private final ObjectNode definitions = JsonMapper.shared().createObjectNode();
    private final Set<String> seen = new TreeSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private KubernetesModel() {
        rules = new YamlReader().read(Path.of(RULES), RULES).root();
        unusedRules.addAll(rules.path("fields").propertyNames());
        unusedRules.addAll(rules.path("expressions").propertyNames());
        unusedRules.addAll(rules.path("required").propertyNames());
    }

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
        if (!unusedRules.isEmpty()) {
            throw new IllegalStateException("rules for classes and fields that there are not: " + unusedRules);
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
        rules.path("required").path(type.getSimpleName()).forEach(field -> required.add(field.asString()));
        if (KubernetesObject.class.isAssignableFrom(type)) {
            required.add("metadata");
        }
        required.retainAll(properties.propertyNames());
        if (!required.isEmpty()) {
            required.forEach(definition.putArray("required")::add);
        }
        unusedRules.remove(type.getSimpleName());
        if (rules.path("expressions").has(type.getSimpleName())) {
            ArrayNode expressions = definition.putArray("x-kubernetes-validations");
            rules.path("expressions")
                    .path(type.getSimpleName())
                    .forEach(rule -> expressions.add(((ObjectNode) rule.deepCopy()).without("wrong")));
        }
    }

    /** The API server fills it, nobody else may. */
    private static boolean isStatus(Field field) {
        return field.getName().equals("status")
                && field.getType().getSimpleName().endsWith("Status");
    }

    private ObjectNode property(Class<?> owner, Field field) {
        ObjectNode schema = value(field.getGenericType());
        String name = owner.getSimpleName() + "." + field.getName();
        unusedRules.remove(name);
        add(rule(rules.path("fields").path(name)), schema);
        return schema;
    }

    private void add(JsonNode rule, ObjectNode schema) {
        rule.properties().forEach(entry -> {
            if (List.of("items", "additionalProperties").contains(entry.getKey())) {
                add(rule(entry.getValue()), (ObjectNode) schema.path(entry.getKey()));
            } else {
                schema.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /** A rule itself, or the one that it names. */
    private JsonNode rule(JsonNode written) {
        return written.isString() ? rules.path("rules").required(written.stringValue()) : written;
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
        if (type == Integer.class) {
            return schema.put("type", "integer")
                    .put("minimum", Integer.MIN_VALUE)
                    .put("maximum", Integer.MAX_VALUE);
        }
        if (type == Long.class) {
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
            return schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
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
