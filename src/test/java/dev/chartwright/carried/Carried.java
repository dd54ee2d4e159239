package dev.chartwright.carried;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One program inside the runnable jar.
 *
 * @param name {@code group:artifact} of a jar, path of a Go module
 * @param licence SPDX expression
 * @param source where its source is, if its licence asks for that
 * @param digest SHA-256 of a jar
 */
record Carried(
        String name, String version, String purl, String licence, Optional<String> source, Optional<String> digest) {

    /** Of a component as {@link #component} makes it. */
    static Carried of(JsonNode component) {
        return new Carried(
                component.path("name").asString(),
                component.path("version").asString(),
                component.path("purl").asString(),
                component.at("/licenses/0/expression").asString(),
                component.at("/externalReferences/0/url").asStringOpt(),
                component.at("/hashes/0/content").asStringOpt());
    }

    /** As CycloneDX writes it. */
    ObjectNode component() {
        ObjectNode made = JsonMapper.shared()
                .createObjectNode()
                .put("type", "library")
                .put("bom-ref", purl)
                .put("name", name)
                .put("version", version)
                .put("purl", purl);
        digest.ifPresent(sha256 ->
                made.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256));
        made.putArray("licenses").addObject().put("expression", licence);
        source.ifPresent(url -> made.putArray("externalReferences")
                .addObject()
                .put("type", "vcs")
                .put("url", url));
        return made;
    }

    String heading() {
        return name + " " + version;
    }

    /** As NOTICE says it. */
    String line() {
        return heading() + ": " + licence
                + source.map(url -> ", source: " + url).orElse("");
    }

    /** A program and the texts that come with it. */
    record WithTexts(Carried program, List<String> texts) {}
}
