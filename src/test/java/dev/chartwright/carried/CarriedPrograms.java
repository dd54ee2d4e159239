package dev.chartwright.carried;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that the runnable jar carries.
 *
 * @param jars those that it takes in
 * @param library file name of Helm's library
 * @param digest SHA-256 of the library
 * @param modules what the library is made of
 */
record CarriedPrograms(List<Carried> jars, String library, String digest, List<Carried> modules) {
    private static final String HOLDER = "com.marcnuri.helm-java:linux-amd64";

    /** As {@link #list} writes them. */
    static CarriedPrograms of(String list) {
        JsonNode components = JsonMapper.shared().readTree(list).path("components");
        JsonNode library = components
                .valueStream()
                .flatMap(component -> component.path("components").valueStream())
                .findFirst()
                .orElseThrow();
        return new CarriedPrograms(
                programs(components),
                library.path("name").asString(),
                library.at("/hashes/0/content").asString(),
                programs(library.path("components")));
    }

    private static List<Carried> programs(JsonNode components) {
        return components.valueStream().map(Carried::of).toList();
    }

    /** CycloneDX; the build puts the version in. */
    String list() {
        ObjectNode list = JsonMapper.shared()
                .createObjectNode()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("version", 1);
        list.putObject("metadata")
                .putObject("component")
                .put("type", "application")
                .put("bom-ref", "chartwright")
                .put("name", "chartwright")
                .put("version", "${project.version}");
        ArrayNode components = list.putArray("components");
        jars.forEach(jar -> components.add(component(jar)));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
    }

    private ObjectNode component(Carried jar) {
        ObjectNode component = jar.component();
        if (jar.name().equals(HOLDER)) {
            ObjectNode made = component.putArray("components").addObject();
            made.put("type", "library").put("bom-ref", library).put("name", library);
            made.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest);
            ArrayNode parts = made.putArray("components");
            modules.forEach(module -> parts.add(module.component()));
        }
        return component;
    }

    /** For people. */
    String notice() {
        return """
                chartwright

                The runnable jar carries these programs unchanged, each under its own licence. META-INF/licenses/ has the
                texts with their copyright lines, META-INF/sbom/chartwright.cdx.json the same list for programs.

                %s
                %s, Helm's library, is made of these Go modules:

                %s""".formatted(lines(jars), library, lines(modules));
    }

    private static String lines(List<Carried> programs) {
        StringBuilder lines = new StringBuilder();
        programs.forEach(program -> lines.append(program.line()).append('\n'));
        return lines.toString();
    }

    Stream<String> jarHeadings() {
        return jars.stream().map(Carried::heading);
    }

    Stream<String> moduleHeadings() {
        return modules.stream().map(Carried::heading);
    }
}
