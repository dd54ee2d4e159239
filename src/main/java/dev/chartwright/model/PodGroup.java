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
    public static PodGroup foreign(String name, String namespace, Entry... labels) {
        return new PodGroup(name, namespace, List.of(), List.of(labels));
    }

    /** Pods that a component's own chart describes. */
    static PodGroup of(Component component) {
        return of(component.name(), component.namespace());
    }

    /** Pods that a component's own chart describes. */
    public static PodGroup of(String component, String namespace) {
        return inNamespaceOf(component, namespace, component, new Entry(NAME, component));
    }

    /** Pods that an operator makes for a component, with labels of the operator's. */
    public static PodGroup operated(String component, String namespace, String name, Entry... labels) {
        return inNamespaceOf(component, namespace, component + "-" + name, labels);
    }

    /** Pods of an operator, whose namespace stands below a key of its chart's values. */
    public static PodGroup operator(String component, String key, String namespace, String name) {
        return new PodGroup(
                component + "-" + name,
                namespace,
                List.of(component, key, "namespace"),
                List.of(new Entry(NAME, component), new Entry(COMPONENT, name)));
    }

    /** Pods that cert-manager runs for the moment of an HTTP-01 challenge. */
    static PodGroup solver(Component component) {
        return inNamespaceOf(
                component.name(),
                component.namespace(),
                component.name() + "-http01-solver",
                new Entry("acme.cert-manager.io/http01-solver", "true"));
    }

    private static PodGroup inNamespaceOf(String component, String namespace, String name, Entry... labels) {
        return new PodGroup(name, namespace, List.of(component, "namespace"), List.of(labels));
    }

    /** The pod of a component's `helm test`. */
    public static PodGroup test(String component, String namespace) {
        return inNamespaceOf(
                component,
                namespace,
                component + "-test-connection",
                new Entry(NAME, "test-connection"),
                new Entry(COMPONENT, component));
    }

    /** The pods that clear up before a component goes. */
    public static PodGroup cleanup(String component, String namespace) {
        return inNamespaceOf(
                component,
                namespace,
                component + "-cleanup",
                new Entry(NAME, "cleanup"),
                new Entry(COMPONENT, component));
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
