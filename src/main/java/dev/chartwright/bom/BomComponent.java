package dev.chartwright.bom;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.model.ChartInfo;
import dev.chartwright.model.Image;
import dev.chartwright.model.Maintainer;
import dev.chartwright.yaml.HelmText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entries of the list; each is referred to by its package URL. */
final class BomComponent {
    private BomComponent() {}

    static ObjectNode umbrella(ChartArchive archive, ChartInfo info) {
        ObjectNode umbrella = chart(archive, PackageUrl.of(archive.chart()), info.description());
        authors(umbrella, info.maintainers());
        references(umbrella, info);
        return umbrella;
    }

    static ObjectNode chart(ChartArchive archive, String url, String description) {
        ObjectNode chart = component("application", url);
        chart.put("name", archive.chart().name());
        chart.put("version", archive.chart().version());
        putText(chart, "description", description);
        chart.put("purl", url);
        hash(chart, archive.digest());
        return chart;
    }

    static ObjectNode image(Image image) {
        String url = PackageUrl.of(image);
        ObjectNode container = component("container", url);
        container.put("name", image.repository());
        container.put("version", image.tag());
        container.put("purl", url);
        image.digest().map(Digest::new).ifPresent(digest -> hash(container, digest));
        return container;
    }

    static ObjectNode component(String type, String reference) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("bom-ref", reference);
    }

    private static void hash(ObjectNode component, Digest digest) {
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", digest.hex());
    }

    /** Names alone: readers of the schema differ in which mail addresses are one, and refuse the whole document. */
    private static void authors(ObjectNode chart, List<Maintainer> maintainers) {
        if (maintainers.isEmpty()) {
            return;
        }
        ArrayNode authors = chart.putArray("authors");
        maintainers.forEach(person -> authors.addObject().put("name", HelmText.clean(person.name())));
    }

    private static void references(ObjectNode chart, ChartInfo info) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        info.home().ifPresent(home -> reference(references, "website", home));
        info.sources().forEach(source -> reference(references, "vcs", source));
        if (!references.isEmpty()) {
            chart.set("externalReferences", references);
        }
    }

    /** What is no URL stays out, for the same reason. */
    private static void reference(ArrayNode references, String type, String url) {
        try {
            String checked = new URI(url).toString();
            references.addObject().put("type", type).put("url", checked);
        } catch (URISyntaxException unusable) {
            return;
        }
    }

    private static void putText(ObjectNode component, String key, String text) {
        String clean = HelmText.clean(text);
        if (!clean.isEmpty()) {
            component.put(key, clean);
        }
    }
}
