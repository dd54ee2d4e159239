package dev.chartwright.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Components;
import dev.chartwright.component.NameType;
import dev.chartwright.component.Scopes;
import dev.chartwright.load.ReferenceText.Kind;
import dev.chartwright.load.ReferenceText.Part;
import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Names that text in {@code values/} may refer to, for the parts that one environment has.
 *
 * <p>Each name stands for a text in which {@code <% other.name %>} is a further name and {@code <% /a/b %>} the value at
 * a JSON pointer.
 */
final class DerivedNames {
    private static final Pattern SPEAKABLE = Pattern.compile("[-A-Za-z0-9_]+");

    private final JsonNode document;
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> expected = new HashSet<>();
    private final Set<String> components = new HashSet<>();
    private final SchemaPaths paths;

    DerivedNames(JsonNode document, Components types, SchemaPaths paths) {
        this.document = document;
        this.paths = paths;
        environment();
        at("cluster.domain", "/cluster/domain");
        document.path("applications")
                .propertyStream()
                .filter(entry -> SPEAKABLE.matcher(entry.getKey()).matches())
                .forEach(entry ->
                        application("apps." + entry.getKey(), Origins.pointer("applications", entry.getKey())));
        Map<String, ?> values = PlainValues.map(document);
        types.types().forEach(type -> component(type, types, values));
    }

    /** Whether a name is one of a component that the environment has, and is missing only because a value is. */
    boolean isExpected(String name) {
        return expected.contains(name);
    }

    /** Sections of components, whether the environment has them or not. */
    Set<String> components() {
        return components;
    }

    /** What a name stands for. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Collection<String> all() {
        return texts.keySet();
    }

    private void environment() {
        at("environment.name", "/environment/name");
        at("environment.tier", "/environment/tier");
        at("environment.host", "/environment/host");
        JsonNode https = document.at("/environment/https");
        if (https.isBoolean()) {
            texts.put("environment.scheme", https.booleanValue() ? "https" : "http");
            whenKnown("environment.host", "environment.url", "<% environment.scheme %>://<% environment.host %>");
        }
    }

    private void application(String name, String pointer) {
        at(name + ".namespace", pointer + "/namespace");
        at(name + ".service", pointer + "/network/service/name");
        JsonNode port = first(pointer + "/network/ports");
        JsonNode offered = port.path("servicePort").isMissingNode() ? port.path("port") : port.path("servicePort");
        host(name, pointer + "/network/service/name");
        if (offered.isIntegralNumber()) {
            texts.put(name + ".port", offered.asString());
            url(name);
        }
    }

    private void host(String part, String serviceName) {
        if (document.at(serviceName).isString()) {
            whenKnown(
                    part + ".namespace",
                    part + ".host",
                    "<% " + serviceName + " %>.<% " + part + ".namespace %>.svc.<% cluster.domain %>");
        }
    }

    private void url(String part) {
        whenKnown(part + ".host", part + ".url", "http://<% " + part + ".host %>:<% " + part + ".port %>");
    }

    private void at(String name, String pointer) {
        if (document.at(pointer).isString()) {
            texts.put(name, "<% " + pointer + " %>");
        }
    }

    private void whenKnown(String other, String name, String text) {
        if (texts.containsKey(other)) {
            texts.put(name, text);
        }
    }

    private void component(ComponentType type, Components types, Map<String, ?> values) {
        components.add(type.name());
        if (document.path(type.name()).isObject()) {
            Scopes scopes = types.scopes(type, values);
            type.names().forEach(name -> name(type, name, scopes));
        }
    }

    private void name(ComponentType type, NameType name, Scopes scopes) {
        String whole = type.name() + "." + name.name();
        meaning(type, name, scopes).ifPresent(text -> texts.put(whole, text));
        boolean known = ReferenceText.parse(name.text()).parts().stream()
                .filter(part -> part.kind() == Kind.REFERENCE)
                .allMatch(part -> expected.contains(part.text()) || paths.isAlwaysThere(type, part.text()));
        if (known) {
            expected.add(whole);
        }
    }

    /** A value that was written may refer to others itself, so a name stands for its place. */
    private Optional<String> meaning(ComponentType type, NameType name, Scopes scopes) {
        StringBuilder text = new StringBuilder();
        for (Part part : ReferenceText.parse(name.text()).parts()) {
            Optional<String> meaning =
                    part.kind() == Kind.LITERAL ? Optional.of(part.text()) : meaning(type, part.text(), scopes);
            if (meaning.isEmpty()) {
                return Optional.empty();
            }
            text.append(meaning.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> meaning(ComponentType type, String path, Scopes scopes) {
        if (texts.containsKey(path)) {
            return Optional.of("<% " + path + " %>");
        }
        return scopes.place(path, type.name())
                .map(Origins::pointer)
                .filter(pointer -> document.at(pointer).isString())
                .map(pointer -> "<% " + pointer + " %>")
                .or(() -> scopes.find(path).map(Object::toString));
    }

    private JsonNode first(String pointer) {
        return document.at(pointer).valueStream().findFirst().orElseGet(JsonNodeFactory.instance::missingNode);
    }
}
