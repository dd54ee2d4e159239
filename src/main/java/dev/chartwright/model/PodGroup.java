package dev.chartwright.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Pods that one policy is about, or that others speak of.
 *
 * @param name name of their policy, unique in the platform
 * @param namespace where they run when nobody changes it at install
 * @param namespaceValue keys of the umbrella's value that names the namespace; none for pods of others
 * @param labels what finds them
 */
public record PodGroup(String name, String namespace, List<String> namespaceValue, List<Entry> labels) {
    private static final String NAME = "app.kubernetes.io/name";
    private static final String COMPONENT = "app.kubernetes.io/component";

    /** Pods of somebody else. */
    static PodGroup foreign(String name, String namespace, Entry... labels) {
        return new PodGroup(name, namespace, List.of(), List.of(labels));
    }

    /** Pods that a component's own chart describes. */
    static PodGroup of(Component component) {
        return inNamespaceOf(component, component.name(), new Entry(NAME, component.name()));
    }

    /** Pods in a component's namespace with other labels. */
    static PodGroup inNamespaceOf(Component component, String name, Entry... labels) {
        return new PodGroup(name, component.namespace(), List.of(component.name(), "namespace"), List.of(labels));
    }

    /** Pods of an operator, whose namespace stands below a key of its chart's values. */
    static PodGroup of(Component component, Operator operator, String key, String label) {
        return new PodGroup(
                component.name() + "-" + label,
                operator.namespace(),
                List.of(component.name(), key, "namespace"),
                List.of(new Entry(NAME, component.name()), new Entry(COMPONENT, label)));
    }

    /** The pod of a component's `helm test`. */
    static PodGroup test(Component component) {
        return inNamespaceOf(
                component,
                component.name() + "-test-connection",
                new Entry(NAME, "test-connection"),
                new Entry(COMPONENT, component.name()));
    }

    /** The pods that clear up before a component goes. */
    static PodGroup cleanup(Component component) {
        return inNamespaceOf(
                component,
                component.name() + "-cleanup",
                new Entry(NAME, "cleanup"),
                new Entry(COMPONENT, component.name()));
    }

    /** Whether the platform guards them. */
    public boolean isOurs() {
        return !namespaceValue.isEmpty();
    }

    /** What finds them, as kubectl takes it. */
    public String selector() {
        return labels.stream().map(label -> label.name() + "=" + label.value()).collect(Collectors.joining(","));
    }

    /** The subchart that they belong to. */
    public String chart() {
        return namespaceValue.isEmpty() ? "" : namespaceValue.get(0);
    }
}
